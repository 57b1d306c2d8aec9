"""Runs a learner's program where it can do no harm, and says how it did."""

from .diagnosis import Diagnosis, diagnose
from .grading import RUN_LIMITS, answer_of, grade, run, unreadable
from .judging import trouble
from .native import NativeChangedError, SandboxError, is_prepared
from .outcome import Channel, Ending, Outcome, ProgramError
from .preparing import prepare
from .report import CheckResult, GradeReport, Submission, Verdict
from .sandbox import Sandbox

__all__ = [
    "RUN_LIMITS",
    "Channel",
    "CheckResult",
    "Diagnosis",
    "Ending",
    "GradeReport",
    "NativeChangedError",
    "Outcome",
    "ProgramError",
    "Sandbox",
    "SandboxError",
    "Submission",
    "Verdict",
    "answer_of",
    "diagnose",
    "grade",
    "is_prepared",
    "prepare",
    "run",
    "trouble",
    "unreadable",
]
