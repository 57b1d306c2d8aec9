"""What is said between the parent and its worker during one job, by frames of JSON."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from typing import Any, Protocol

from .native import SandboxError
from .outcome import Channel, Ending, Job, Outcome, outcome_of

Wrote = Callable[[Channel, str], None]
Asks = Callable[[], str | None]
Sleeps = Callable[[float], None]


class _NonsenseError(Exception):
    """A frame that no worker sends."""


class Worker(Protocol):
    """What a conversation needs of a worker."""

    def send(self, frame: dict[str, Any]) -> None:
        """Write one frame."""

    def receive(self, seconds: float) -> object:
        """The next frame, or None when there will be none. Raises `queue.Empty`."""


class Conversation:
    """What is said between parent and worker during one job."""

    def __init__(
        self, job: Job, wrote: Wrote | None, asks: Asks | None, sleeps: Sleeps | None, stopping: threading.Event
    ) -> None:
        self._job, self._wrote, self._asks, self._sleeps, self._stopping = job, wrote, asks, sleeps, stopping
        self._transcript: list[tuple[Channel, str]] = []
        self._seconds = 0.0
        self._room = job.limits.output
        self._overdue = False

    def hold(self, worker: Worker) -> Outcome | None:
        """Talk until the worker is done; None if it must be ended."""
        self._seconds = 0.0
        worker.send({"job": _job_frame(self._job)})
        # Processor time has its own limit inside the worker; this is for what that one can't see.
        patience = max(self._job.limits.wall, 10 * self._job.limits.cpu) + 2.0
        while not self._stopping.is_set():
            started = time.monotonic()
            try:
                frame = worker.receive(patience - self._seconds)
            except queue.Empty:
                self._overdue = True
                return None
            self._seconds += time.monotonic() - started
            try:
                done = self._understand(frame, worker)
            except _NonsenseError:
                return None
            if done is not None:
                return self._answer(done)
        return None

    def _understand(self, frame: object, worker: Worker) -> dict[str, Any] | None:
        """Act on one frame; the last one's facts. Raises `_NonsenseError` for what no sound worker says."""
        live = self._job.inputs is None
        match frame:
            case {"wrote": [int(channel), str(text)]} if live and channel in set(Channel):
                self._heard(Channel(channel), text)
            case {"asks": True} if live:
                line = self._asks() if self._asks else None
                if line is not None:
                    self._transcript.append((Channel.TYPED, line + "\n"))
                worker.send({"line": line})
            case {"sleeps": float(seconds)} if live and seconds >= 0:
                if self._sleeps:
                    self._sleeps(seconds)
            case {"done": dict(done)} if _is_whole(done):
                return done
            case _:
                raise _NonsenseError
        return None

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
    return (
        isinstance(done.get("ending"), str)
        and isinstance(done.get("transcript"), list)
        and isinstance(done.get("seconds"), float)
    )


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
