"""What learners did: kept on this computer, carried on a stick, merged at head office."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .drafts import Draft, Drafts
from .errors import Busy, SyncError
from .events import VERDICTS, Attempt, Event, HintTaken, PageRead, Unknown, What
from .journal import Journal, set_aside
from .progress import ExerciseProgress, Progress, progress_of
from .roster import Learner, Roster

if TYPE_CHECKING:
    from .exporting import Exported, export
    from .merging import Merged, Summary, merge, report

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

_CARRYING = {
    "Exported": ".exporting",
    "export": ".exporting",
    "Merged": ".merging",
    "Summary": ".merging",
    "merge": ".merging",
    "report": ".merging",
}


def __getattr__(name: str) -> Any:
    """Load what carries and merges when it is first asked for: a learner's first screen never does."""
    if name not in _CARRYING:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_CARRYING[name], __name__), name)
