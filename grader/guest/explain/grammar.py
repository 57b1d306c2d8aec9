"""Programs that Python can't read: rules about one line and the message, the surest first."""

import re

from .case import Case, Found

BLANK = "____"


def blank_left(case: Case):
    return Found("blank-left", case.error_line) if BLANK in case.line else None


def lines_of_a_block(case: Case):
    if case.kind == "SyntaxError":
        return None
    if "expected an indented block" in case.message:
        return Found("indent-missing", case.error_line)
    if "unindent" in case.message:
        return Found("indent-uneven", case.error_line)
    return Found("indent", case.error_line)


def by_message(case: Case):
    for pattern, decide in _GRAMMAR:
        if re.search(pattern, case.message) and (slug := decide(case.line)):
            return Found(slug, case.error_line)
    return None


def _bare_words(line: str) -> bool:
    return bool(re.fullmatch(r"\s*[A-Za-z][\w'-]*([ ,]+[\w'-]+)+[.!?]?\s*", line)) and not re.match(
        r"\s*(print|import|from|for|while|if|def|return)\b", line
    )


def _ends_early(line: str) -> bool:
    """Whether the first text of a line is closed and goes on with a letter, as in 'It's late'."""
    return bool(re.match(r"[^\"']*([\"'])(?:(?!\1).)*\1[A-Za-z]", line))


def _about_quotes(line: str) -> str:
    bare = re.sub(r"\\.", "", line)
    quote = next((letter for letter in bare if letter in "\"'"), '"')
    other = "'" if quote == '"' else '"'
    if _ends_early(bare):
        return "quote-inside"
    if re.search(rf"{other}\s*\)?\s*$", bare):
        return "mixed-quotes"
    return "open-quote"


def _about_plain_syntax(line: str):
    if re.match(r"\s*print\s*[\"'\w]", line, re.IGNORECASE) and "(" not in line:
        return _no_brackets(line)
    if re.search(r"\b(print|input)\s*[\[{]", line):
        return "wrong-brackets"
    if re.search(r"\)\s*print\b", line):
        return "two-on-one-line"
    if _bare_words(line):
        return "stray-text"
    if _ends_early(re.sub(r"\\.", "", line)):
        return "quote-inside"
    if re.search(r"\(\s*[A-Za-z][\w ,.!?-]*\)", line) and '"' not in line and "'" not in line:
        return "no-quotes"
    return None


def _no_brackets(line: str) -> str:
    if re.match(r"\s*print\s*[\[{]", line):
        return "wrong-brackets"
    return "no-brackets" if re.match(r"\s*print\b", line) else "capital-letter"


def _about_character(line: str) -> str:
    return "curly-quotes" if re.search("[\u2018\u2019\u201c\u201d\u00ab\u00bb\u201e]", line) else "odd-character"


def _about_opening(line: str) -> str:
    return "wrong-brackets" if re.search(r"\b(print|input)\s*[\[{]", line) else "open-bracket"


_GRAMMAR = (
    (r"[Mm]issing parentheses", _no_brackets),
    (r"unterminated", _about_quotes),
    (r"invalid (non-printable )?character", _about_character),
    (r"was never closed", _about_opening),
    (r"does not match opening", lambda line: "wrong-brackets"),
    (r"unmatched", lambda line: "extra-bracket"),
    (r"expected ':'", lambda line: "missing-colon"),
    (r"", _about_plain_syntax),
    (r"forgot a comma", lambda line: "missing-comma"),
    (r"Maybe you meant '=='|cannot assign", lambda line: "equals"),
)


def no_rule_fits(case: Case):
    return Found("syntax", case.error_line)


RULES = (blank_left, lines_of_a_block, by_message, no_rule_fits)
