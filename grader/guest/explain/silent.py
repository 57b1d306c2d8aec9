"""Programs that run to their end and do not meet a check, or never end: rules about the tree and the checks.

A rule speaks only if what it found accounts for the check (`case.check`); a program with
no check that was not met gets a finding only from a rule that is sure without one.
"""

from .case import Case, Found


def loop_that_never_ends(case: Case):
    return Found("endless") if case.ending == "cpu" else None


RULES = (loop_that_never_ends,)
STYLE = ()
"""Rules about programs that do what they should and could say it in a shorter way."""
