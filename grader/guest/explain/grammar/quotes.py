"""Texts that begin or end where they should not, and what stands inside them."""

import re

from ..case import Case, Found
from .reading import before, here, start

CURLY = "\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb\u2033\u201f\u201a\u2039\u203a\u00b4"


def ends_early(line: str) -> bool:
    """Whether a text of a line is closed and goes on with a letter, as in 'It's late'."""
    return bool(re.match(r"[^\"']*(?:([\"'])(?:(?!\1).)*\1[^\w\"']*)*?([\"'])(?:(?!\2).)*\2[A-Za-z]", line))


def long_text_not_closed(case: Case):
    return Found("open-triple-quote", case.error_line) if "unterminated triple-quoted" in case.message else None


def quote_hidden_by_a_backslash(case: Case):
    # Two of them, as in "\\"Hi\\", are a pair inside the text: then the quote at its end is what is missing.
    hidden = "escaped the end quote" in case.message and len(re.findall(r"\\[\"']", case.line)) % 2
    return Found("backslash-hides-quote", case.error_line) if hidden else None


def text_not_closed(case: Case):
    if "unterminated" not in case.message:
        return None
    line = re.sub(r"\\.", "", case.line)
    # A comment goes to the end of its line, and its apostrophes with it.
    quote = next((letter for letter in line if letter in "\"'"), '"')
    other = "'" if quote == '"' else '"'
    if ends_early(line):
        return Found("quote-inside", case.error_line, {"quote": quote})
    if re.search(rf"{other}\s*\)?\s*$", line) and line.count(quote) == 1:
        return Found("mixed-quotes", case.error_line, {"quote": quote, "other": other})
    if re.search(rf"{quote}\s*\)*\s*$", line) and line.count(quote) == 1:
        return Found("open-quote/start", case.error_line, {"quote": quote})
    return Found("open-quote", case.error_line, {"quote": quote})


def quote_inside_the_text(case: Case):
    line = re.sub(r"\\.", "", case.line)
    if "intended to be part of the string" in case.message or (
        re.search("invalid syntax", case.message) and ends_early(line) and not _texts_stand_side_by_side(line)
    ):
        quote = next((letter for letter in line if letter in "\"'"), '"')
        return Found("quote-inside", case.error_line, {"quote": quote})
    return None


def _texts_stand_side_by_side(line: str) -> bool:
    """Whether what follows a text is a word of Python's or a text with a letter before it, as in f"a"."""
    after = re.match(r"[^\"']*(?:([\"'])(?:(?!\1).)*\1[^\w\"']*)*?([\"'])(?:(?!\2).)*\2([A-Za-z]+)([\"']?)", line)
    return bool(after) and (after[3] in ("and", "or", "in", "if", "else", "for", "is", "not") or bool(after[4]))


def curly_quotes(case: Case):
    if "invalid character" in case.message and any(sign in CURLY for sign in here(case)[:1]):
        return Found("curly-quotes", case.error_line, {"sign": here(case)[:1]})
    return None


def backslash_in_a_text(case: Case):
    if "(unicode error)" in case.message or "(value error)" in case.message:
        codes = re.findall(r"\\[UuNx]", case.line)
        return Found("backslash-code", case.error_line, {"code": codes[0] if codes else "\\U"})
    return None


def backslash_outside_of_text(case: Case):
    if "after line continuation" in case.message or (
        "unexpected EOF" in case.message and case.line.rstrip().endswith("\\")
    ):
        return Found("backslash-outside", case.error_line)
    return None


def braces_of_a_text(case: Case):
    said = re.match("[ft]-string: (.*)", case.message)
    if not said:
        return Found("braces-inside", case.error_line) if _inside_braces(case) else None
    if "valid expression required before '}'" in said[1]:
        return Found("braces-empty", case.error_line)
    if said[1].startswith("single '}'"):
        return Found("brace-extra", case.error_line)
    if said[1] == "expecting '}'" or "unmatched" in said[1] or "does not match" in said[1]:
        return Found("brace-open", case.error_line)
    return Found("braces-inside", case.error_line)


def _inside_braces(case: Case) -> bool:
    """Whether Python points into the braces of an f"..." text."""
    if "invalid syntax" not in case.message:
        return False
    text = re.search(r"(?<!\w)[fF][rR]?([\"'])((?:(?!\1).)*)$", before(case))
    return bool(text) and text[2].count("{") > text[2].count("}") and start(case) > 0


RULES = (
    long_text_not_closed,
    quote_hidden_by_a_backslash,
    text_not_closed,
    curly_quotes,
    backslash_in_a_text,
    backslash_outside_of_text,
    braces_of_a_text,
    quote_inside_the_text,
)
