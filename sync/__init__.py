"""What learners did: kept on this computer, carried on a stick, merged at head office."""

from .drafts import Draft, Drafts
from .errors import Busy, SyncError
from .events import VERDICTS, Attempt, Event, HintTaken, PageRead, Unknown, What
from .export import Exported, export
from .journal import Journal, set_aside
from .merge import Merged, Summary, merge, report
from .progress import ExerciseProgress, Progress, progress_of
from .roster import Learner, Roster

__all__ = [
    "VERDICTS",
    "Attempt",
    "Busy",
    "Draft",
    "Drafts",
    "Event",
    "ExerciseProgress",
    "Exported",
    "HintTaken",
    "Journal",
    "Learner",
    "Merged",
    "PageRead",
    "Progress",
    "Roster",
    "Summary",
    "SyncError",
    "Unknown",
    "What",
    "export",
    "merge",
    "progress_of",
    "report",
    "set_aside",
]
