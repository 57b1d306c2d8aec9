"""The walls between a program and this computer, and how each is tried."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from exercises import CallCheck, Check, Exercise, Kind, Limits, OutputCheck, PytestCheck

from . import attacks, forgeries
from .grading import grade
from .outcome import Ending, Job, Outcome, Place
from .report import Submission, Verdict


class Canary:
    """Files and a name in the environment, made for the doctor's visit, that no program may see or change."""

    def __init__(self) -> None:
        self.secret = secrets.token_hex(16)
        self.name = f"CANARY_{secrets.token_hex(4).upper()}"
        self._folder = Path(tempfile.mkdtemp(prefix="canary-")).resolve()
        self.file = self._folder / "canary.txt"

    def __enter__(self) -> Self:
        self.file.write_text(self.secret, encoding="ascii")
        (self._folder / "canary.py").write_text(f"secret = {self.secret!r}\n", encoding="ascii")
        with contextlib.closing(sqlite3.connect(self._folder / "canary.db")) as database:
            database.execute("create table canary (secret)")
            database.execute("insert into canary values (?)", (self.secret,))
            database.commit()
        self._before = self._facts()
        os.environ[self.name] = self.secret
        return self

    def __exit__(self, *_error: object) -> None:
        os.environ.pop(self.name, None)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _facts(self) -> dict[str, tuple[int, int, int, bytes]]:
        return {
            path.name: ((facts := path.stat()).st_mode, facts.st_mtime_ns, facts.st_size, path.read_bytes())
            for path in self._folder.iterdir()
        }

    @property
    def is_whole(self) -> bool:
        """Whether everything is still as it was made."""
        try:
            return self._facts() == self._before
        except OSError:
            return False


@dataclass(frozen=True, slots=True)
class Wall:
    """One thing that no program may do, and the ways that are tried."""

    name: str
    promise: str
    """A line a person without a computer education understands."""
    ways: int
    look: Callable[[Place, Canary], Iterator[str]]
    """Tries every way; yields what got through."""


def _ways(name: str, promise: str, ways: Mapping[str, str]) -> Wall:
    """A wall that is tried by one program with many ways."""

    def look(place: Place, canary: Canary) -> Iterator[str]:
        program = attacks.trying(dict(ways), CANARY=canary.file.as_posix(), SECRET=canary.secret, NAME=canary.name)
        yield from _reached(place.run(Job("program", program, limits=Limits(cpu=10.0))), len(ways))
        if not canary.is_whole:
            yield "a file outside was changed"

    return Wall(name, promise, len(ways), look)


def _reached(outcome: Outcome, ways: int) -> Iterator[str]:
    count, *reached = outcome.output.splitlines() or [""]
    if outcome.ending is not Ending.FINISHED or count != str(ways) or attacks.OWN_FILE not in reached:
        yield "the program that tries did not get to its end"
    yield from (name for name in reached if name != attacks.OWN_FILE)


def _bounds(name: str, promise: str, bombs: Mapping[str, str], job: Job, is_held: Callable[[Outcome], bool]) -> Wall:
    """A wall that is tried by programs that each take more than they may of something, one after the other."""

    def look(place: Place, _canary: Canary) -> Iterator[str]:
        for way, code in bombs.items():
            outcome = place.run(replace(job, code=attacks.BOUNDED % code))
            began = outcome.output.startswith(attacks.BEGAN) or outcome.ending is Ending.OUTPUT
            if not began:
                yield f"{way}: the program that tries did not begin"
            elif attacks.REACHED in outcome.output.splitlines() or not is_held(outcome):
                yield way
            if place.run(Job("program", "print('next')")).output != "next\n":
                yield f"{way}: the next program did not run"

    return Wall(name, promise, len(bombs), look)


def _leaving(place: Place, _canary: Canary) -> Iterator[str]:
    for way, code in attacks.LEAVING.items():
        if place.run(Job("program", code)).ending is not Ending.DIED:
            yield way
        if place.run(Job("program", "print('next')")).output != "next\n":
            yield f"{way}: the next program did not run"


def _leftovers(place: Place, _canary: Canary) -> Iterator[str]:
    if place.run(Job("program", attacks.LEAVES)).ending is not Ending.FINISHED:
        yield "the program that leaves things did not get to its end"
    program = attacks.trying(attacks.FINDS)
    yield from _reached(place.run(Job("program", program)), len(attacks.FINDS))


CHECKS: tuple[Check, ...] = (
    OutputCheck("prints", (), "42\n"),
    CallCheck("gives", "add(40, 2)", "42", None),
    CallCheck("refuses", "add(40, None)", None, "TypeError"),
    PytestCheck("tests", ("test_add.py",), {"test_add.py": forgeries.TESTS}),
)


def _forgery(place: Place, _canary: Canary) -> Iterator[str]:
    for check in CHECKS:
        exercise = Exercise("doctor/forgery", Kind.WRITE, "Add", "", checks=(check,), limits=Limits(cpu=10.0))
        if _verdict(place, exercise, forgeries.HONEST) is not Verdict.PASSED:
            yield f"{check.name}: an honest answer does not pass"
        for way, code in forgeries.FORGED.items():
            if _verdict(place, exercise, code) is Verdict.PASSED:
                yield f"{check.name}: {way}"


def _verdict(place: Place, exercise: Exercise, code: str) -> Verdict:
    return grade(place, Submission(exercise, code)).verdict


_SHORT = Limits(cpu=0.2, wall=20.0, output=5000)
"""Little processor time; on the clock enough that a busy computer is not taken for an unsafe one."""

WALLS = (
    _ways("network", "Programs can't use a network.", attacks.NETWORK),
    _ways("reading", "Programs can't read this computer's files.", attacks.READING),
    _ways("changing", "Programs can't change this computer's files.", attacks.CHANGING),
    _ways("environment", "Programs can't see the settings of this computer.", attacks.ENVIRONMENT),
    _ways("processes", "Programs can't start or signal other programs.", attacks.PROCESSES),
    _bounds(
        "memory",
        "A program that takes too much memory is stopped.",
        attacks.MEMORY,
        Job("program", limits=Limits(cpu=10.0)),
        lambda outcome: outcome.ending in (Ending.MEMORY, Ending.RAISED, Ending.DIED),
    ),
    _bounds(
        "time",
        "A program that never ends is stopped.",
        attacks.TIME,
        Job("program", limits=_SHORT),
        lambda outcome: outcome.ending in (Ending.CPU, Ending.WALL),
    ),
    _bounds(
        "waiting",
        "A program that waits without end is stopped.",
        attacks.WAITING,
        Job("program", inputs=None, limits=Limits(cpu=0.1, wall=0.5)),
        lambda outcome: outcome.ending in (Ending.WALL, Ending.CPU, Ending.RAISED, Ending.DIED),
    ),
    _bounds(
        "printing",
        "A program that prints without end is stopped.",
        attacks.PRINTING,
        Job("program", limits=replace(_SHORT, cpu=10.0)),
        lambda outcome: outcome.ending is Ending.OUTPUT and sum(len(text) for _, text in outcome.transcript) <= 5000,
    ),
    _bounds(
        "filling",
        "A program that fills the disk is stopped.",
        attacks.FILLING,
        Job("program", limits=Limits(cpu=10.0)),
        lambda outcome: outcome.ending in (Ending.FILES, Ending.RAISED, Ending.WALL),  # a slow disk makes it wait
    ),
    _bounds(
        "depth",
        "A program that goes deeper and deeper is stopped.",
        attacks.DEPTH,
        Job("program", limits=Limits(cpu=10.0)),
        lambda outcome: outcome.ending in (Ending.STACK, Ending.RAISED, Ending.MEMORY),
    ),
    Wall("leaving", "A program that breaks its Python breaks nothing else.", len(attacks.LEAVING), _leaving),
    Wall("leftovers", "A program leaves nothing behind for the next one.", len(attacks.FINDS), _leftovers),
    Wall("forgery", "A trick does not pass a check.", len(forgeries.FORGED) * len(CHECKS), _forgery),
)
"""Every wall that must hold."""
