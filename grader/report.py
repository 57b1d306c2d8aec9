"""What grading says: one result for each check, and a verdict."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from exercises import Exercise

from .diagnosis import Diagnosis

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
    diagnosis: Diagnosis | None = None


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
    def diagnosis(self) -> Diagnosis | None:
        """What the first check that did not pass is about."""
        return next((result.diagnosis for result in self.results if result.verdict is not Verdict.PASSED), None)

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
