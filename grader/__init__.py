"""Runs a learner's program where it can do no harm, and says how it did."""

from .explaining import ENGLISH, LANGUAGES, SPANISH, Explanation, explain, with_line
from .grading import RUN_LIMITS, answer_of, grade, run, tests_met, unreadable
from .native import NativeChangedError, SandboxError, is_prepared
from .outcome import Channel, Ending, Outcome, ProgramError
from .playing import Play, Reply
from .preparing import prepare
from .report import CheckResult, GradeReport, Submission, Verdict
from .sandbox import Sandbox
from .tracing import Event, Frame, Name, Step, Trace, trace

__all__ = [
    "ENGLISH",
    "LANGUAGES",
    "RUN_LIMITS",
    "SPANISH",
    "Channel",
    "CheckResult",
    "Ending",
    "Event",
    "Explanation",
    "Frame",
    "GradeReport",
    "Name",
    "NativeChangedError",
    "Outcome",
    "Play",
    "ProgramError",
    "Reply",
    "Sandbox",
    "SandboxError",
    "Step",
    "Submission",
    "Trace",
    "Verdict",
    "answer_of",
    "explain",
    "grade",
    "is_prepared",
    "prepare",
    "run",
    "tests_met",
    "trace",
    "unreadable",
    "with_line",
]
