"""Whole lines: words that are no program, text without quotes, two steps on one line, a comma left out."""

import re

from ..case import Case, Found
from .blocks import colon_missing
from .reading import BLOCK_WORDS, KEPT, bare, first_word, short

_STEP = r"(?:print|input)\s*\(|[A-Za-z_]\w*\s*=(?!=)|(?:import|return|break|continue|pass|for|if|while)\b"


def two_steps_on_one_line(case: Case):
    line = bare(case.line)
    if "invalid syntax" not in case.message or first_word(line) in BLOCK_WORDS:
        return None
    if re.search(r"\)\s*(print|input)\b", line):
        return Found("two-on-one-line", case.error_line)
    if re.match(rf"\s*(import\s+\w+|\w+\s*=\s*[\w\")\]]+|.*\))\s+(?:{_STEP})", line) and not re.search(
        r"\b(if|for)\b", line
    ):
        return Found("two-on-one-line", case.error_line)
    return None


def words_that_are_no_program(case: Case):
    line = bare(case.line)
    first = first_word(line)
    if (first in KEPT and first not in ("is", "in", "and", "or", "not", "as")) or "cannot" in case.message:
        return None
    if (
        re.fullmatch(r"\s*[A-Za-z][\w'-]*([ ,]+[\w'-]+)+[.!?:]?\s*", line)
        or re.fullmatch(r"\s*[A-Z][\w' ,-]*(\([\w ,]*\))?:\s*", line)
    ) and not re.match(r"\s*(print|input)\b", line):
        return Found("stray-text", case.error_line)
    return None


def text_without_quotes(case: Case):
    line = case.line
    if "invalid syntax" not in case.message or '"' in line or "'" in line:
        return None
    words = r"[A-Za-z][\w]*[!?]?(?:[ ,.]+[\w!?-]+)*[.!?]?"
    inside = re.search(rf"\b(?:print|input)\s*\(\s*({words})\s*\)", line)
    after = re.match(r"\s*\w+\s*=\s*([A-Za-z]\w*(?: +[A-Za-z]\w*)+[.!?]?)\s*$", line)
    found = inside or after
    if found and re.search(r"[A-Za-z]\w*\s+\w|[!?]", found[1]) and not _reads_as_code(found[1]):
        return Found("no-quotes", case.error_line, {"name": short(found[1])})
    return None


def _reads_as_code(words: str) -> bool:
    return any(word in KEPT for word in re.findall(r"\w+", words)) and not re.search(r"[!?]", words)


def comma_left_out(case: Case):
    if "forgot a comma" in case.message:
        return Found("missing-comma", case.error_line)
    line = bare(case.line)
    if case.message == "invalid syntax" and re.search(r"[(\[,]\s*[\w.]+\s+\"\"|\"\"\s+[A-Za-z_]\w*\s*[,)]", line):
        return Found("missing-comma", case.error_line)
    return None


RULES = (colon_missing, two_steps_on_one_line, text_without_quotes, words_that_are_no_program)
LAST = (comma_left_out,)
