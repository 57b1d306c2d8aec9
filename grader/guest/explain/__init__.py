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


def prepare() -> None:
    """Read a few programs when the component is built: what the rules search by is compiled then, not at each job."""
    for code, error, check in _REHEARSED:
        told = error and {"message": "", "line": 1, "name": "", "traceback": "", **error}
        explain({"code": code, "error": told, "ending": "finished", "checks": [check] if check else [], "style": True})


_REHEARSED = (
    ("(x", {"kind": "SyntaxError", "message": "invalid syntax"}, None),
    ("if (x", {"kind": "SyntaxError", "message": "expected ':'"}, None),
    ("x = f(1", {"kind": "SyntaxError", "message": "some other message"}, None),
    ("x = 1\nf(x)[0].y", {"kind": "TypeError", "message": "some message"}, None),
    ("print(x)", {"kind": "NameError", "message": "name 'x' is not defined", "name": "x"}, None),
    ("x = int('a')", {"kind": "ValueError", "message": "some message"}, None),
    ("x.y", {"kind": "AttributeError", "message": "'int' object has no attribute 'y'", "name": "y"}, None),
    ("x = [1]\nx[1]", {"kind": "IndexError", "message": "list index out of range"}, None),
    (
        "for n in [1]:\n    print(n)",
        None,
        {"kind": "output", "expected": "2", "actual": "1", "difference": "other-text"},
    ),
    ("def f(n):\n    return n", None, {"kind": "call", "expected": "2", "actual": "1", "op": "f(1)"}),
)


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
