"""What grading says: one result for each check, and a verdict."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from exercises import Exercise

from .explaining import Explanation
from .outcome import ProgramError

FORMAT = 1


class Verdict(IntEnum):
    """How an answer did; the worst of its checks wins."""

    PASSED = 0
    NOT_YET = 1
    CRASHED = 2
    TIMED_OUT = 3
    OVER_LIMIT = 4

    @property
    def word(self) -> str:
        """The verdict in a file or a report: `passed`, `not_yet`, ..."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Submission:
    """A learner's answer to an exercise: a program, or for `predict` the output they expect."""

    exercise: Exercise
    code: str


@dataclass(frozen=True, slots=True)
class CheckResult:
    """How one check went. `expected` and `actual` are "" where they say nothing."""

    name: str
    verdict: Verdict
    message: str = ""
    """For the learner; "" if the check passed."""
    expected: str = ""
    actual: str = ""
    typed: tuple[str, ...] = ()
    """What was typed for `input()`, line by line."""
    explanation: Explanation | None = None
    """What went on; None if the check passed."""
    error: ProgramError | None = None
    """The error message that ended the program, if one did."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """The message for a screen: what happened, why, what to try, each for a line of its own."""
        said = self.explanation
        if said is None or not self.message.endswith(said.message):
            return (self.message,)
        what, *more = [part for part in (said.what, said.why, said.to_try) if part]
        return (self.message.removesuffix(said.message) + what, *more)


@dataclass(frozen=True, slots=True)
class GradeReport:
    """How an answer did. `seconds` is the processor time of all its runs."""

    results: tuple[CheckResult, ...]
    seconds: float
    practice: bool = False
    """Whether tests and program shared a Python: then a pass could be forged, and counts as practice only."""

    @property
    def verdict(self) -> Verdict:
        """The worst of the checks; an answer without a check has not passed."""
        return max((result.verdict for result in self.results), default=Verdict.NOT_YET)

    @property
    def explanation(self) -> Explanation | None:
        """What went on in the first check that did not pass."""
        return next((result.explanation for result in self.results if result.verdict is not Verdict.PASSED), None)

    @property
    def passed_count(self) -> int:
        """How many checks passed."""
        return sum(result.verdict is Verdict.PASSED for result in self.results)

    def as_json(self) -> dict[str, Any]:
        """The report as an object of format 1, as `tutor grade --json` prints it."""
        checks = [
            {
                "name": result.name,
                "verdict": result.verdict.word,
                "message": result.message,
                "expected": result.expected,
                "actual": result.actual,
                "explanation": _as_json(result.explanation),
            }
            for result in self.results
        ]
        return {
            "format": FORMAT,
            "verdict": self.verdict.word,
            "checks": checks,
            "seconds": round(self.seconds, 4),
            "practice": self.practice,
        }


def _as_json(said: Explanation | None) -> dict[str, Any] | None:
    if said is None:
        return None
    return {
        "slug": said.slug,
        "what": said.what,
        "why": said.why,
        "try": said.to_try,
        "line": said.line,
        "python": said.python,
    }
