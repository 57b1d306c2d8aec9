"""How far a learner has come: a fold over events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from .events import VERDICTS, Attempt, Event, HintTaken, PageRead


@dataclass(frozen=True, slots=True)
class ExerciseProgress:
    """How far a learner has come with one exercise."""

    exercise: str
    attempts: int = 0
    best: str = ""
    """The best verdict so far; empty before the first attempt."""
    hints: int = 0
    """The highest hint taken; 0 for none."""

    @property
    def passed(self) -> bool:
        """Whether any attempt passed."""
        return self.best == VERDICTS[0]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a learner has come: the same for the same events, in whatever order and however often they came."""

    exercises: Mapping[str, ExerciseProgress]
    """By exercise id, sorted."""
    pages: frozenset[str]
    """Ids of the pages read."""
    events: int
    """Different events counted, those of newer versions included."""

    @property
    def attempts(self) -> int:
        """Attempts at all exercises together."""
        return sum(each.attempts for each in self.exercises.values())

    @property
    def passed(self) -> frozenset[str]:
        """Ids of the exercises passed."""
        return frozenset(each.exercise for each in self.exercises.values() if each.passed)

    def of(self, exercise: str) -> ExerciseProgress:
        """How far the learner has come with this exercise, which may be one never tried."""
        return self.exercises.get(exercise) or ExerciseProgress(exercise)


class Tally:
    """A progress that grows by one event at a time; the caller gives each event once."""

    def __init__(self, exercises: Iterable[ExerciseProgress] = (), pages: Iterable[str] = (), events: int = 0) -> None:
        self._exercises = {each.exercise: each for each in exercises}
        self._pages = set(pages)
        self._events = events

    def add(self, event: Event) -> None:
        """Counts one event."""
        self._events += 1
        what = event.what
        if isinstance(what, PageRead):
            self._pages.add(what.page)
        elif isinstance(what, Attempt):
            old = self._exercise(what.exercise)
            best = min(what.verdict, old.best or what.verdict, key=VERDICTS.index)
            self._exercises[what.exercise] = replace(old, attempts=old.attempts + 1, best=best)
        elif isinstance(what, HintTaken):
            old = self._exercise(what.exercise)
            self._exercises[what.exercise] = replace(old, hints=max(old.hints, what.level))

    def progress(self) -> Progress:
        """What has been counted so far."""
        exercises = {name: self._exercises[name] for name in sorted(self._exercises)}
        return Progress(exercises, frozenset(self._pages), self._events)

    def _exercise(self, exercise: str) -> ExerciseProgress:
        return self._exercises.get(exercise) or ExerciseProgress(exercise)


def progress_of(events: Iterable[Event]) -> Progress:
    """Adds up the events of one learner; the same event counts once, and order makes no difference."""
    tally = Tally()
    seen: set[str] = set()
    for event in events:
        if event.id not in seen:
            seen.add(event.id)
            tally.add(event)
    return tally.progress()
