"""Programs that Python can't read: rules about the line and Python's message, the surest first."""

from ..case import Case, Found
from . import blocks, brackets, calls, lines, names, pasted, quotes, signs, statements
from .messages import plain_message

BLANK = "____"


def blank_left(case: Case):
    return Found("blank-left", case.error_line) if BLANK in case.line else None


def no_rule_fits(case: Case):
    return Found("syntax", case.error_line)


RULES = (
    blank_left,
    *pasted.RULES,
    *blocks.RULES,
    *quotes.RULES,
    *brackets.SURE,
    *statements.RULES,
    *signs.SURE,
    plain_message,
    *names.RULES,
    *calls.RULES,
    *brackets.RULES,
    *lines.RULES,
    *signs.RULES,
    *lines.LAST,
    no_rule_fits,
)
