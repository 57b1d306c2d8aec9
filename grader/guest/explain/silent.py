"""Programs that run to their end and do not meet a check, or never end: rules about the tree and the checks.

Most rules speak only if what they found accounts for the two sides of the check (`outputs.py`);
the others name what is never meant, such as lines below a `return`.
"""

from . import decisions, endless, groups, repeats, returns, sums
from .case import Case


def _unless_only_parts(rule):
    """A rule that says nothing if all that is not met is which parts of the language a program uses."""

    def asked(case: Case):
        return None if case.check is not None and case.check.kind == "parts" else rule(case)

    asked.__name__ = rule.__name__
    asked.__doc__ = rule.__doc__
    return asked


RULES = (
    *endless.RULES,
    *map(
        _unless_only_parts,
        (*returns.RULES, *sums.RULES[:4], *groups.RULES, *repeats.RULES, *decisions.RULES, *sums.RULES[4:]),
    ),
)

STYLE = decisions.STYLE
"""Rules about programs that do what they should and could say it in a shorter way."""
