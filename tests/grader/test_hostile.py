"""Hostile programs, graded and run for real. `hostile/README.md` says how they are written.

After each of them the tutor must be as it was: the same sandbox grades a good program, no process and no file is
left behind, nobody knocked at our doors, and nothing of the machine or of the exercise has come out.
"""

from __future__ import annotations

import json
import os
import platform
import re
import secrets
import socket
import sys
import tempfile
import threading
import time
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from exercises import CallCheck, Check, Exercise, Kind, Limits, OutputCheck, PytestCheck, SyntaxCheck
from grader import Outcome, Sandbox, Submission, Verdict, explain, grade
from grader.clearing import WORK_PREFIX
from grader.judging import stopped_early
from grader.outcome import Job
from tutor.clean_text import clean

FOLDER = Path(__file__).parent / "hostile"
PROGRAMS = sorted(FOLDER.rglob("*.py"))
PRINTS = "nothing got out"
"""What a program prints, or a call returns, when each of its tries was turned away."""

SLACK = 15.0
"""Seconds that a busy machine may add to a program's own limits."""


@dataclass(frozen=True)
class Hostile:
    """One program and what its first lines say about it."""

    code: str
    verdicts: frozenset[Verdict]
    how: str
    prints: str = PRINTS
    typed: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)


def read(path: Path, places: dict[str, str]) -> Hostile:
    """A program from its file; `@NAME@` in it becomes the place of something that it must not reach."""
    text = path.read_bytes().decode("utf-8")
    said: dict[str, list[str]] = {}
    for line in text.splitlines()[:12]:
        if found := re.fullmatch(r"# ([a-z]+): (.*)", line):
            said.setdefault(found[1], []).append(found[2])
    if said.get("source") == ["made"]:
        made: dict[str, str] = {}
        exec(compile(text, str(path), "exec"), made)
        text = made["code"]
    for name, value in places.items():
        text = text.replace(f"@{name}@", value)
    bounds = {"cpu": 0.2, "wall": 1.0}
    bounds |= {name: float(value) for word in said.get("limits", []) for name, value in [word.split("=")]}
    return Hostile(
        text,
        frozenset(Verdict[word.strip().upper()] for word in said["verdict"][0].split(",")),
        said["as"][0],
        said.get("prints", [PRINTS])[0],
        tuple(said.get("typed", ())),
        Limits(cpu=bounds["cpu"], wall=bounds["wall"]),
    )


class Ground:
    """The machine as far as a program might reach it, with something to find in each place."""

    def __init__(self, folder: Path, sandbox_folder: Path) -> None:
        self.canary = "canary-" + secrets.token_hex(8)
        self.folder, self.sandbox_folder = folder, sandbox_folder
        for name in ("here", "home", "temporary"):
            (folder / name).mkdir(parents=True)
            (folder / name / "canary.txt").write_text(self.canary)
            (folder / name / "canary.py").write_text(f"found = {self.canary!r}\n")
        self.knocks: list[str] = []
        self._doors = [self._listen(socket.AF_INET, ("127.0.0.1", 0))]
        if hasattr(socket, "AF_UNIX"):
            self._doors.append(self._listen(socket.AF_UNIX, str(folder / "door")))
        self.places = {
            "FOLDER": folder.joinpath("here").as_posix(),
            "DOOR": folder.joinpath("door").as_posix(),
            "PORT": str(self._doors[0].getsockname()[1]),
            "PARENT": str(os.getpid()),
        }
        self.processes, self.seen = processes(), self.files()

    def _listen(self, family: int, at: object) -> socket.socket:
        door = socket.socket(family, socket.SOCK_STREAM)
        door.bind(at)
        door.listen()
        threading.Thread(target=self._answer, args=(door,), daemon=True).start()
        return door

    def _answer(self, door: socket.socket) -> None:
        while True:
            try:
                visitor, _ = door.accept()
            except OSError:
                return
            self.knocks.append(f"family {door.family}")
            visitor.sendall(self.canary.encode())
            visitor.close()

    def close(self) -> None:
        """Nobody answers any more."""
        for door in self._doors:
            # close() alone does not wake a thread that waits in accept().
            with suppress(OSError):
                door.shutdown(socket.SHUT_RDWR)
            door.close()

    def files(self) -> dict[str, tuple[int, int, int]]:
        """All files a program could have made or changed, with mode, size and time."""
        found = {}
        for top in (self.folder, self.sandbox_folder, Path("/dev/shm"), Path(__file__).parents[2] / "grader"):
            for path, facts in below(top, ("__pycache__", WORK_PREFIX)):
                found[path] = (facts.st_mode, facts.st_size, facts.st_mtime_ns)
        return found

    def left_over(self) -> list[str]:
        """What lies in the private folders of workers, besides the empty ones that wait for the next programs."""
        empty = re.compile(r"[^/]+(/[^/]+(/(work|tests))?)?")
        names = [os.path.relpath(path, self.sandbox_folder) for path, _ in below(self.sandbox_folder)]
        return [name for name in names if name.startswith(f"{WORK_PREFIX}{os.getpid()}-") and not empty.fullmatch(name)]

    def left_over_once_tidied(self) -> list[str]:
        """The same, when the worker has had a moment: it answers first and tidies up after."""
        until = time.monotonic() + 3.0
        while (found := self.left_over()) and time.monotonic() < until:
            time.sleep(0.03)
        return found


def below(top: Path, unseen: tuple[str, ...] = ()) -> Iterator[tuple[str, os.stat_result]]:
    """All that lies below a folder, except what has an unseen name; never by recursion: it may be as deep as it likes."""
    waiting = [str(top)]
    while waiting:
        with suppress(OSError):
            for entry in list(os.scandir(waiting.pop())):
                if unseen and entry.name.startswith(unseen):
                    continue
                with suppress(OSError):
                    yield entry.path, entry.stat(follow_symlinks=False)
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)


def processes() -> set[int]:
    """All processes below this one; none where that can't be told."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = stat.read_bytes().rpartition(b")")[2].split()
        except OSError:
            continue
        if words[0] != b"Z":
            parents[int(stat.parent.name)] = int(words[1])
    ours = {os.getpid()}
    while more := {pid for pid, parent in parents.items() if parent in ours} - ours:
        ours |= more
    return ours - {os.getpid()}


@pytest.fixture(scope="module")
def ground(tmp_path_factory, sandbox_folder) -> Iterator[Ground]:
    # A short path: that of a socket may have no more than a hundred characters.
    with tempfile.TemporaryDirectory(prefix="tutor-hostile-") as folder, pytest.MonkeyPatch.context() as patch:
        ground = Ground(Path(folder), sandbox_folder)
        patch.chdir(ground.folder / "here")
        patch.setattr(tempfile, "tempdir", str(ground.folder / "temporary"))
        for name in ("TMPDIR", "TEMP", "TMP"):
            patch.setenv(name, str(ground.folder / "temporary"))
        patch.setenv("HOME", str(ground.folder / "home"))
        patch.setenv("TUTOR_CANARY", ground.canary)
        yield ground
        ground.close()


@pytest.fixture(scope="module")
def box(ground, sandbox_folder) -> Iterator[Sandbox]:
    with Sandbox(sandbox_folder) as box:
        yield box


TESTS = """
from solution import attack

secret = "CANARY"


def test_attack():
    assert attack() == "nothing got out"
"""


def exercise(hostile: Hostile, canary: str) -> Exercise:
    """An exercise that is full of what a program must not see."""
    check: Check
    if hostile.how == "call":
        check = CallCheck("calls", "attack()", repr(hostile.prints), None, hostile.typed)
    elif hostile.how == "tests":
        check = PytestCheck(
            "tests", ("test_attack.py",), {"test_attack.py": TESTS.replace("CANARY", canary)}, "solution"
        )
    else:
        check = OutputCheck("prints", hostile.typed, hostile.prints)
    quiet = SyntaxCheck("parts", (), ("call:is_never_called",), message=canary)
    return Exercise(
        "pack/chapter/lesson/exercise",
        Kind.WRITE,
        "A task",
        instructions=canary,
        solution=f"print({canary!r})",
        checks=(check, quiet),
        hints=(canary,),
        limits=hostile.limits,
    )


def run_live(box: Sandbox, hostile: Hostile) -> tuple[Verdict, Outcome]:
    """Run it as before a person, and judge what appeared as the check of an exercise would."""
    lines = iter(hostile.typed)
    outcome = box.run(Job("program", hostile.code, None, limits=hostile.limits), None, lambda: next(lines, None))
    stopped = stopped_early("run", outcome, "en")
    said = explain(box, hostile.code, outcome)
    assert (stopped is None) == (said is None)
    if stopped and said:
        assert said.message
        assert_clean(clean(said.message))
        return stopped.verdict, outcome
    return Verdict.PASSED if outcome.output.strip() == hostile.prints else Verdict.NOT_YET, outcome


SIGNS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
"""Signs of Arabic, Syriac and Kaithi that Unicode counts as format characters, and that are seen."""


def assert_clean(text: str) -> None:
    """Nothing in it can move a cursor, hide or turn letters round, or break a terminal's line."""
    for character in text:
        kind = unicodedata.category(character)
        assert character == "\n" or character in SIGNS or kind not in {"Cc", "Cf", "Cs", "Zl", "Zp"}, hex(
            ord(character)
        )
    assert max(map(len, text.split("\n"))) <= 403


def texts(value: object) -> list[str]:
    """All texts in a report or an outcome, however deep."""
    found: list[str] = []
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            found.append(part)
        elif isinstance(part, dict):
            waiting += [*part, *part.values()]
        elif isinstance(part, list | tuple):
            waiting += part
        elif hasattr(part, "__dataclass_fields__"):
            waiting += [getattr(part, name) for name in part.__dataclass_fields__]
    return found


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.relative_to(FOLDER).with_suffix("").as_posix())
def test_a_hostile_program_gets_its_verdict_and_leaves_all_as_it_was(path, ground, box):
    box.warm_up()
    hostile = read(path, {**ground.places, "WORKER": str(box.worker_pid)})
    started = time.monotonic()
    said: object
    if hostile.how == "run":
        verdict, said = run_live(box, hostile)
    else:
        said = grade(box, Submission(exercise(hostile, ground.canary), hostile.code))
        verdict = said.verdict
        json.dumps(said.as_json()).encode()
    taken = time.monotonic() - started
    everything = texts(said)

    good = exercise(Hostile("", frozenset(), "output", "Hello"), ground.canary)
    after = grade(box, Submission(good, f"secret = {ground.canary!r}\nprint('Hello')"))
    assert after.verdict is Verdict.PASSED, after

    assert verdict in hostile.verdicts, (verdict, [text[:2000] for text in everything if text])
    assert taken < 2 * (max(hostile.limits.wall, 10 * hostile.limits.cpu) + 2) + SLACK
    for secret in (ground.canary, ground.canary.encode().hex(), platform.node() or "?", "root:x:0:0"):
        assert len(secret) < 6 or not any(secret in text for text in everything), secret
    for text in everything:
        assert_clean(clean(text))
    assert not ground.knocks
    if sys.platform == "linux":
        assert processes() <= ground.processes | {box.worker_pid}
    files, ground.seen = ground.seen, ground.files()
    assert ground.seen == files
    assert not ground.left_over_once_tidied()


def test_none_has_gone_missing():
    assert len(PROGRAMS) >= 320
