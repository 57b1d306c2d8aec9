"""What is going on in a program that raised an error or did not meet a check: findings by name, no words.

It reads the program, the error message and the checks, and never runs the program.
"""

from . import grammar, running, silent
from .case import Case, Found

MOST = 3
"""Findings that are handed back; the first is the one a learner sees."""


def explain(job: dict) -> list[dict]:
    """The findings for one case, best first, as plain data."""
    case = Case.of(job)
    found = []
    for rule in _table(case):
        one = _tried(rule, case)
        if one is not None and one.slug not in [other.slug for other in found]:
            found.append(one)
        if len(found) == MOST:
            break
    return [one.as_data() for one in found]


def _table(case: Case) -> tuple:
    if case.unreadable:
        return grammar.RULES
    if case.kind:
        return running.RULES
    return silent.RULES + (silent.STYLE if case.style else ())


def _tried(rule, case: Case) -> Found | None:
    """What a rule finds. A program it did not foresee makes it find nothing."""
    try:
        return rule(case)
    except Exception:
        return None
