"""Sentences for programs that run and do not do what is wanted (`grader/guest/explain/silent.py` names them)."""

from __future__ import annotations

from .words import Words

WORDS = {
    "endless": Words("The program ran too long, so it was stopped.", "", "Is there a loop that never ends?"),
}
