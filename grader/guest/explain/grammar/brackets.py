"""Brackets: one too few, one too many, of the other kind."""

import re

from ..case import Case, Found
from .reading import BLOCK_WORDS, STATEMENT_WORDS, bare, first_word

CLOSING = {"(": ")", "[": "]", "{": "}"}


def brackets_of_another_kind(case: Case):
    if found := re.search(r"closing parenthesis '(.)' does not match opening parenthesis '(.)'", case.message):
        return Found("wrong-brackets", case.error_line, {"open": found[2], "got": found[1], "close": CLOSING[found[2]]})
    line = bare(case.line)
    if found := re.search(r"\b(print|input)\s*([\[{])", line):
        return Found("wrong-brackets/call", case.error_line, {"name": found[1], "got": found[2]})
    return None


def bracket_not_closed(case: Case):
    found = re.search(r"'(.)' was never closed", case.message)
    if not found:
        return _open_before_a_colon(case)
    close = CLOSING[found[1]]
    if re.search(rf"#.*\{close}", case.line):
        return Found("open-bracket/comment", case.error_line, {"close": close})
    return Found("open-bracket", case.error_line, {"open": found[1], "close": close})


def _open_before_a_colon(case: Case):
    line = bare(case.line)
    if case.message != "invalid syntax" or not re.match(r"\s*(if|elif|while|for|def|class|with)\b.*:$", line):
        return None
    left = []
    for sign in line:
        if sign in CLOSING:
            left.append(sign)
        elif left and sign == CLOSING[left[-1]]:
            left.pop()
    return Found("open-bracket", case.error_line, {"open": left[-1], "close": CLOSING[left[-1]]}) if left else None


def bracket_open_on_a_line_above(case: Case):
    """A line that starts with a word of Python's, while a bracket of a line above is still open."""
    if case.message != "invalid syntax" or first_word(case.line) not in BLOCK_WORDS | STATEMENT_WORDS:
        return None
    left = []
    for number in range(1, case.error_line):
        for sign in bare(case.text(number)):
            if sign in CLOSING:
                left.append((sign, number))
            elif left and sign == CLOSING[left[-1][0]]:
                left.pop()
    if not left or "'''" in case.code or '"""' in case.code:
        return None
    sign, number = left[-1]
    return Found("open-bracket", number, {"open": sign, "close": CLOSING[sign]})


def bracket_too_many(case: Case):
    if found := re.search(r"unmatched '(.)'", case.message):
        return Found("extra-bracket", case.error_line, {"got": found[1]})
    return None


def call_without_brackets(case: Case):
    if found := re.search(r"[Mm]issing parentheses in call to '(\w+)'", case.message):
        return Found("no-brackets", case.error_line, {"name": found[1]})
    line = bare(case.line)
    found = re.search(r"(?:^|[=(,])\s*(print|input|int|str|float|len|range|round|sum|sorted)\s+(\"\"|\w+)", line)
    found = found or re.search(r"\b(range|len)\s+(\d+)", line)
    if found and found[2] not in ("if", "else", "and", "or", "in", "is", "not", "for"):
        return Found("no-brackets", case.error_line, {"name": found[1]})
    if found := re.match(
        r"\s*\w+\.(append|remove|insert|pop|sort|upper|lower|split|join|replace|add|extend)\s+[\w\"]", line
    ):
        return Found("no-brackets", case.error_line, {"name": found[1]})
    return None


SURE = (bracket_open_on_a_line_above, brackets_of_another_kind, bracket_not_closed, bracket_too_many)
RULES = (call_without_brackets,)
