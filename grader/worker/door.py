"""What crosses the door between a program and the worker while a job runs, and the limits on it."""

from __future__ import annotations

import os
import random
import time
from typing import Any

from .pipes import Frame, Pipes

CHANNELS = (1, 2, 3)
"""Output, errors, and the prompt of input(); 0 is what is typed, which a program does not write."""

STEPS = 4
"""The channel on which a traced program's guest tells its steps."""

ROOM_FOR_STEPS = 2_000_000
"""Characters of all steps of a program together: as JSON in JSON they must fit into a frame."""

PARENT = os.getppid()

LONG_SLEEP = 0.3
"""Seconds; of a longer sleep the parent is told, so that nobody takes it for work, or for a question."""

STEP = 1000
"""Nanoseconds that a clock which was set goes forward each time it is read, so that no two readings are the same."""

MOST_CHANCE = 1024 * 1024
"""Bytes of chance in one go; `random.seed` asks for 2,496."""

BILLION = 1_000_000_000


SOFT = 0.8
"""The share of its limits at which an entry of a prompt is asked to stop, so that what it named can stay."""


MOST_DROPPED = 2_000_000
"""Characters that an entry of a prompt may print past its limit until it has stopped."""


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
        self.steps: list[list[Any]] = []
        """Each step of a traced program as its guest told it, after the number of characters shown until then."""
        self._most_steps: int = job["steps"]
        self._room_for_steps = ROOM_FOR_STEPS
        self._shown = 0
        self.ending: str | None = None
        self._asking = False
        self.flag: str = ""
        """For an entry of a prompt: the file that the parent makes when the person wants it to stop."""
        self.stopped_for: str | None = None
        """Why an entry of a prompt was asked to stop: `stopped`, `cpu` or `output`."""
        self._dropped = 0
        self._begun = time.process_time()

    def write(self, channel: int, text: str) -> None:
        """Keep or relay what the program wrote, up to its limit of characters."""
        if channel == STEPS and self.job["kind"] == "trace":
            self._step(text)
            return
        channel = channel if channel in CHANNELS else CHANNELS[1]
        kept = self.within_room(text)
        if kept and self.live:
            self._pipes.send({"wrote": [channel, kept]})
        elif kept:
            self._keep(channel, kept)
        if len(kept) < len(text) and not self._overlooked(len(text)):
            self.ending = "output"
            raise TooMuch

    def _overlooked(self, length: int) -> bool:
        """At a prompt, what is printed past the limit is dropped for a moment, until the entry has stopped."""
        self._dropped += length
        if not self.flag or self._dropped > MOST_DROPPED:
            return False
        self.ending, self.stopped_for = None, "output"
        return True

    def _step(self, text: str) -> None:
        self._room_for_steps -= len(text)
        for step in text.split("\n"):
            if len(self.steps) >= self._most_steps or self._room_for_steps < 0:
                self.ending = "steps"
                raise TooMuch
            self.steps.append([self._shown, step])

    def beat(self) -> None:
        """A sign of life, with the processor time used so far; none while a person is waited for."""
        if not self._asking:
            self._pipes.send({"beat": time.process_time()})

    def within_room(self, text: str) -> str:
        """As much of a text as may still be written; the job ends when that is not all of it."""
        kept = text[: self._room]
        self._room -= len(kept)
        if len(kept) < len(text):
            self.ending = "output"
        return kept

    def _keep(self, channel: int, text: str) -> None:
        self._shown += len(text)
        if self.transcript and self.transcript[-1][0] == channel:
            self.transcript[-1][1] += text
        else:
            self.transcript.append([channel, text])

    def read_line(self) -> str | None:
        """The next line for `input()`: from the job, or from the parent and the person before it."""
        if self.live:
            self._asking = True
            self._pipes.send({"asks": True})
            answer = self._pipes.receive()
            self._asking = False
            if answer is None:
                os._exit(0)
            line: str | None = answer["line"]
            return line
        if not self._inputs:
            return None
        typed = self._inputs.pop(0)
        self._shown += len(typed) + 1
        self.transcript.append([0, typed + "\n"])
        return typed

    def pause(self, seconds: float) -> bool:
        """`time.sleep`: real for a person who watches, only counted (then it is True) when a check runs."""
        seconds = seconds if seconds > 0 else 0.0
        self._pause -= seconds
        if not self._pause > 0 and not self.flag:
            self.ending = "wall"
            raise TooLong
        if not self.live:
            self._slept += round(seconds * BILLION)
            return True
        if seconds < LONG_SLEEP:
            time.sleep(seconds)
            return False
        self._pipes.send({"sleeps": seconds})
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            time.sleep(min(left, 0.1 if self.flag else 0.5))
            if os.getppid() != PARENT:
                os._exit(0)
            if self.stopped():
                break
        self._pipes.send({"sleeps": 0.0})
        return False

    def stopped(self) -> bool:
        """Whether an entry of a prompt should stop now."""
        if self.flag and self.stopped_for is None:
            if os.path.exists(self.flag):
                self.stopped_for = "stopped"
            elif time.process_time() - self._begun > SOFT * self.job["limits"]["cpu"]:
                self.stopped_for = "cpu"
        return self.stopped_for is not None

    def now(self) -> int:
        """The time of day for the program, in nanoseconds since 1970: the machine's, or the one the job has set."""
        if self._set is None:
            return time.time_ns() + self._slept
        self._set += STEP
        return self._set + self._slept

    def random_bytes(self, count: int) -> bytes:
        """What the program takes for chance: the same bytes for the same job."""
        return self._random.randbytes(min(count, MOST_CHANCE))
