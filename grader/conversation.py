"""What is said between the parent and its worker during one job, by frames of JSON."""

from __future__ import annotations

import math
import queue
import threading
import time
from collections.abc import Callable
from typing import Any, Protocol

from .native import SandboxError
from .outcome import Channel, Ending, Job, Outcome, outcome_of

SILENCE = 3.0
"""Seconds without any sign of life after which a worker is given up; it gives one every quarter of a second."""

STILL, MOVED = 3.0, 0.2
"""A check whose worker uses less than `MOVED` seconds of processor time in `STILL` seconds waits for something."""

GRACE = 2.0
"""Seconds beyond a job's own limits that a worker is waited for."""

Wrote = Callable[[Channel, str], None]
Asks = Callable[[], str | None]
Sleeps = Callable[[float], None]


class _NonsenseError(Exception):
    """A frame that no worker sends."""


class Worker(Protocol):
    """What a conversation needs of a worker."""

    def send(self, frame: dict[str, Any], seconds: float) -> bool:
        """Write one frame; whether that could be done within the time."""

    def receive(self, seconds: float) -> object:
        """The next frame, or None when there will be none. Raises `queue.Empty`."""


class Conversation:
    """What is said between parent and worker during one job."""

    def __init__(
        self, job: Job, wrote: Wrote | None, asks: Asks | None, sleeps: Sleeps | None, stopping: threading.Event
    ) -> None:
        self._job, self._wrote, self._asks, self._sleeps, self._stopping = job, wrote, asks, sleeps, stopping
        self._transcript: list[tuple[Channel, str]] = []
        self._seconds = self._answering = 0.0
        self._room = job.limits.output
        self._overdue = False
        self._moved = (0.0, 0.0)

    def hold(self, worker: Worker) -> Outcome | None:
        """Talk until the worker is done; None if it must be ended."""
        self._answering, self._moved = 0.0, (0.0, 0.0)
        # Processor time has its own limit inside the worker; this is for what that one can't see.
        patience = max(self._job.limits.wall, 10 * self._job.limits.cpu) + GRACE
        started = time.monotonic()
        listens = worker.send({"job": _job_frame(self._job)}, patience)
        while listens and not self._stopping.is_set():
            self._seconds = time.monotonic() - started - self._answering
            # A worker that never stops talking is overdue too.
            self._overdue = self._overdue or self._seconds > patience
            if self._overdue:
                return None
            try:
                frame = worker.receive(min(patience - self._seconds, SILENCE))
                listens, done = self._understand(frame, worker)
            except queue.Empty:
                self._overdue = self._seconds + SILENCE > patience
                return None
            except _NonsenseError:
                return None
            if done is not None:
                return self._answer(done)
        return None

    def _understand(self, frame: object, worker: Worker) -> tuple[bool, dict[str, Any] | None]:
        """Act on one frame: whether the worker still listens, and the last one's facts.

        Raises `_NonsenseError` for what no sound worker says.
        """
        live = self._job.inputs is None
        match frame:
            case {"wrote": [int(channel), str(text)]} if live and text and channel in (1, 2, 3):
                self._heard(Channel(channel), text)
            case {"beat": float(used)}:
                self._overdue = not live and self._is_still(used)
            case {"asks": True} if live:
                return worker.send({"line": self._line()}, GRACE), None
            case {"sleeps": float(seconds)} if live and 0 <= seconds < math.inf:
                if self._sleeps:
                    self._sleeps(seconds)
            case {"done": dict(done)} if _is_whole(done):
                return True, done
            case _:
                raise _NonsenseError
        return True, None

    def _is_still(self, used: float) -> bool:
        """Whether a worker that has `used` so many seconds of processor time has hardly moved for long."""
        now = time.monotonic()
        since, before = self._moved
        if not since or used - before >= MOVED:
            self._moved = (now, used)
        return bool(since) and used - before < MOVED and now - since > STILL

    def _line(self) -> str | None:
        """What the person types; the time that takes is not the program's."""
        started = time.monotonic()
        line = self._asks() if self._asks else None
        self._answering += time.monotonic() - started
        if line is not None:
            # Half of a pair of surrogates can't cross the door.
            line = line.encode("utf-8", "backslashreplace").decode()
            self._transcript.append((Channel.TYPED, line + "\n"))
        return line

    def _heard(self, channel: Channel, text: str) -> None:
        self._room -= len(text)
        if self._room < 0:
            raise _NonsenseError
        self._transcript.append((channel, text))
        if self._wrote:
            self._wrote(channel, text)

    def _answer(self, done: dict[str, Any]) -> Outcome:
        if done["ending"] == "fault" and self._job.kind in ("tests", "examine"):
            raise SandboxError(f"The sandbox could not run the tests: {done.get('why')}")
        transcript = self._transcript if self._job.inputs is None else done["transcript"]
        try:
            return outcome_of(done, transcript)
        except (KeyError, TypeError, ValueError, AttributeError):
            # The program has made its guest say what no guest says.
            return Outcome(Ending.DIED, seconds=self._seconds)

    @property
    def may_be_repeated(self) -> bool:
        """Whether nobody has seen anything of the job yet, and it was neither stopped nor took too long.

        An entry of a prompt needs what the lost worker kept, unless it is the first.
        """
        needs_the_lost = bool(self._job.session) and not self._job.begin
        return not (needs_the_lost or self._transcript or self._overdue or self._stopping.is_set())

    def end_without_answer(self, words: str) -> Outcome:
        """The outcome of a job whose worker is no more."""
        if self._stopping.is_set():
            return Outcome(Ending.STOPPED, tuple(self._transcript), seconds=self._seconds)
        if self._overdue:
            return Outcome(Ending.WALL, tuple(self._transcript), seconds=self._seconds)
        raise SandboxError(f"The sandbox ended by itself: {words} Nothing was graded. Try again.")


def _is_whole(done: dict[str, Any]) -> bool:
    """Whether the last frame has what the worker itself puts there; the rest is the guest's."""
    match done:
        case {"ending": str(ending), "transcript": list(pieces), "seconds": int() | float() as seconds}:
            known = ending == "fault" or ending in {each.value for each in Ending}
            return known and 0 <= seconds < math.inf and all(map(_is_piece, pieces))
    return False


def _is_piece(piece: Any) -> bool:
    return isinstance(piece, list) and len(piece) == 2 and piece[0] in (0, 1, 2, 3) and isinstance(piece[1], str)


def _job_frame(job: Job) -> dict[str, Any]:
    limits = job.limits
    return {
        "kind": job.kind,
        "code": job.code,
        "inputs": None if job.inputs is None else list(job.inputs),
        "call": job.call,
        "files": dict(job.files or {}),
        "tests": dict(job.tests or {}),
        "handed": dict(job.handed or {}),
        "module": job.module,
        "steps": job.steps,
        "hold": job.hold,
        "session": job.session,
        "begin": job.begin,
        "shared": job.shared,
        "mutates": job.mutates,
        "kinds": dict(job.kinds or {}),
        "case": dict(job.case or {}),
        "seed": job.seed,
        "clock": job.clock,
        "limits": {"cpu": limits.cpu, "wall": limits.wall, "memory": limits.memory, "output": limits.output},
    }
