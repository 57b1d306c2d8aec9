"""Runs a learner's program where it can do no harm, and says how it did."""

from .diagnosis import Diagnosis, diagnose
from .grading import RUN_LIMITS, answer_of, grade, run, unreadable
from .judging import trouble
from .native import NativeChangedError, SandboxError, is_prepared
from .outcome import Channel, Ending, Outcome, ProgramError
from .playing import Play, Reply
from .preparing import prepare
from .report import CheckResult, GradeReport, Submission, Verdict
from .sandbox import Sandbox
from .tracing import Event, Frame, Name, Step, Trace, trace

__all__ = [
    "RUN_LIMITS",
    "Channel",
    "CheckResult",
    "Diagnosis",
    "Ending",
    "Event",
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
    "diagnose",
    "grade",
    "is_prepared",
    "prepare",
    "run",
    "trace",
    "trouble",
    "unreadable",
]
