"""Runs a learner's program where it can do no harm, and says how it did."""

from .explaining import ENGLISH, LANGUAGES, SPANISH, Explanation, explain, with_line
from .grading import RUN_LIMITS, answer_of, grade, run, unreadable
from .outcome import Channel, Ending, Outcome, ProgramError
from .report import CheckResult, GradeReport, Submission, Verdict
from .sandbox import Sandbox, SandboxError, is_prepared, prepare

__all__ = [
    "ENGLISH",
    "LANGUAGES",
    "RUN_LIMITS",
    "SPANISH",
    "Channel",
    "CheckResult",
    "Ending",
    "Explanation",
    "GradeReport",
    "Outcome",
    "ProgramError",
    "Sandbox",
    "SandboxError",
    "Submission",
    "Verdict",
    "answer_of",
    "explain",
    "grade",
    "is_prepared",
    "prepare",
    "run",
    "unreadable",
    "with_line",
]
