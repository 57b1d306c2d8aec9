"""A station to try things on: a home folder with learners who do things."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

import sync
from sync import Attempt, Event, HintTaken, Journal, Learner, PageRead, Roster

VERDICTS = ("not_yet", "passed", "crashed", "timed_out", "over_limit")


@dataclass
class Station:
    """A home folder, and short ways to use it."""

    folder: Path
    count: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    @property
    def roster(self) -> Roster:
        return Roster(self.folder)

    def learner(self, name: str = "Ana") -> Learner:
        found = [each for each in self.roster.learners() if each.name == name]
        return found[0] if found else self.roster.add(name, "1234")

    def folder_of(self, name: str = "Ana") -> Path:
        return self.roster.learner_folder(self.learner(name).id)

    def open(self, name: str = "Ana") -> Journal:
        return Journal.open(self.folder_of(name), self.learner(name).id)

    def work(self, journal: Journal, events: int) -> list[Event]:
        """Does `events` different things, and returns what was acknowledged."""
        return [journal.append(self.something()) for _ in range(events)]

    def something(self) -> Attempt | HintTaken | PageRead:
        n = next(self.count)
        if n % 4 == 0:
            return PageRead(f"python/first/print#{n}")
        if n % 4 == 1:
            return HintTaken(f"python/first/print/e{n % 7}", 1 + n % 3)
        return Attempt(
            f"python/first/print/e{n % 7}", "python@1.0", VERDICTS[n % 5], n % 4, 3, f"print({n})\n", n % 2, n / 1000
        )


@pytest.fixture(scope="session", autouse=True)
def _programs_find_the_room():
    """Programs that tests start import the same `sync` as the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(Path(sync.__file__).parents[1]))
        yield


@pytest.fixture
def station(tmp_path: Path) -> Station:
    return Station(tmp_path / "home")


@pytest.fixture
def make_station(tmp_path: Path) -> Callable[[str], Station]:
    return lambda name: Station(tmp_path / name)


@pytest.fixture
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Syncs cost nothing, for tests that open thousands of records and don't ask what a power cut leaves."""
    monkeypatch.setattr(os, "fsync", os.fstat)
