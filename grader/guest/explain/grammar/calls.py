"""Functions: how they are made and what stands in the brackets of a call, a list or a dictionary."""

import re

from ..case import Case, Found
from .reading import bare


def parameter_that_is_a_value(case: Case):
    line = bare(case.line)
    if "invalid syntax" not in case.message or not re.match(r"\s*def\s+\w+\s*\(", line):
        return None
    inside = line.split("(", 1)[1]
    if re.match(r"(?:[^=]*,)?\s*(\"\"|\d+|\w+\.\w+|\[)", inside):
        return Found("parameter-value", case.error_line)
    if re.search(r"\b[A-Za-z_]\w*\s+[A-Za-z_]\w*\s*[,)]", inside):
        return Found("missing-comma/def", case.error_line)
    return None


def function_without_brackets_or_name(case: Case):
    line = bare(case.line)
    if re.match(r"\s*def\s*(\(|\"|:|\w+\.\w)", line) and re.search(r"invalid syntax|expected '\('", case.message):
        return Found("def-name", case.error_line)
    if (found := re.match(r"\s*def\s+(\w+)\b(?!\s*\()", line)) and "expected '('" in case.message:
        return Found("def-brackets", case.error_line, {"name": found[1]})
    return None


def semicolon_for_a_comma(case: Case):
    if "invalid syntax" in case.message and re.search(r"[\[({][^\])}]*;", bare(case.line)):
        return Found("semicolon-for-comma", case.error_line)
    return None


def two_commas(case: Case):
    if "invalid syntax" in case.message and re.search(r",\s*,|[(\[{]\s*,", bare(case.line)):
        return Found("two-commas", case.error_line)
    return None


def colon_among_values(case: Case):
    line = bare(case.line)
    if case.message != "invalid syntax":
        return None
    if re.search(r"\{[^{}]*:[^,{}]*:[^{}]*\}", line):
        return Found("dict-colon", case.error_line)
    if re.search(r"[=(,]\s*\[[^\]\[]*\w\s*:[^\]]*\]", line):
        return Found("list-colon", case.error_line)
    return None


def nothing_in_square_brackets(case: Case):
    if "invalid syntax" in case.message and re.search(r"[\w)\]]\[\s*\]", bare(case.line)):
        return Found("index-empty", case.error_line)
    return None


RULES = (
    function_without_brackets_or_name,
    parameter_that_is_a_value,
    semicolon_for_a_comma,
    two_commas,
    colon_among_values,
    nothing_in_square_brackets,
)
