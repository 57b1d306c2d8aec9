"""What crosses the door between a program and the worker while a job runs, and the limits on it."""

from __future__ import annotations

import os
import random
import time
from typing import Any

from .pipes import Frame, Pipes

CHANNELS = (1, 2, 3)
"""Output, errors, and the prompt of input(); 0 is what is typed, which a program does not write."""

PARENT = os.getppid()

STEP = 1000
"""Nanoseconds that a clock which was set goes forward each time it is read, so that no two readings are the same."""

MOST_CHANCE = 1024 * 1024
"""Bytes of chance in one go; `random.seed` asks for 2,496."""

BILLION = 1_000_000_000


class TooMuch(Exception):
    """The program wrote more than it may."""


class TooLong(Exception):
    """The program slept longer than it may."""


class Run:
    """One job: what crosses the door while it runs, and its limits."""

    def __init__(self, job: Frame, pipes: Pipes) -> None:
        self.job, self._pipes = job, pipes
        self.live: bool = job["inputs"] is None
        self._inputs: list[str] = list(job["inputs"] or [])
        self._room: int = job["limits"]["output"]
        self._pause: float = job["limits"]["wall"]
        self._random = random.Random(job["seed"])  # noqa: S311  (the same answer every time is what is wanted)
        self._slept = 0
        self._set: int | None = None if job["clock"] is None else round(job["clock"] * BILLION)
        self.transcript: list[list[Any]] = []
        self.ending: str | None = None

    def write(self, channel: int, text: str) -> None:
        """Keep or relay what the program wrote, up to its limit of characters."""
        channel = channel if channel in CHANNELS else CHANNELS[1]
        kept = self.within_room(text)
        if kept and self.live:
            self._pipes.send({"wrote": [channel, kept]})
        elif kept:
            self._keep(channel, kept)
        if len(kept) < len(text):
            raise TooMuch

    def within_room(self, text: str) -> str:
        """As much of a text as may still be written; the job ends when that is not all of it."""
        kept = text[: self._room]
        self._room -= len(kept)
        if len(kept) < len(text):
            self.ending = "output"
        return kept

    def _keep(self, channel: int, text: str) -> None:
        if self.transcript and self.transcript[-1][0] == channel:
            self.transcript[-1][1] += text
        else:
            self.transcript.append([channel, text])

    def read_line(self) -> str | None:
        """The next line for `input()`: from the job, or from the parent and the person before it."""
        if self.live:
            self._pipes.send({"asks": True})
            answer = self._pipes.receive()
            if answer is None:
                os._exit(0)
            line: str | None = answer["line"]
            return line
        if not self._inputs:
            return None
        typed = self._inputs.pop(0)
        self.transcript.append([0, typed + "\n"])
        return typed

    def pause(self, seconds: float) -> bool:
        """`time.sleep`: real for a person who watches, only counted (then it is True) when a check runs."""
        self._pause -= max(seconds, 0.0)
        if not self._pause > 0:
            self.ending = "wall"
            raise TooLong
        if not self.live:
            self._slept += round(seconds * BILLION)
            return True
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            time.sleep(min(left, 0.5))
            if os.getppid() != PARENT:
                os._exit(0)
        return False

    def now(self) -> int:
        """The time of day for the program, in nanoseconds since 1970: the machine's, or the one the job has set."""
        if self._set is None:
            return time.time_ns() + self._slept
        self._set += STEP
        return self._set + self._slept

    def random_bytes(self, count: int) -> bytes:
        """What the program takes for chance: the same bytes for the same job."""
        return self._random.randbytes(min(count, MOST_CHANCE))
