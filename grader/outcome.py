"""What a run of a program came to: facts, no opinion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Any, Protocol

from exercises import Limits

MAX_LINE = 100_000
"""A line number beyond this is one that a program made up."""


class Ending(StrEnum):
    """How a run ended."""

    FINISHED = "finished"
    """The last line was reached."""
    EXITED = "exited"
    """The program called `exit()` or `sys.exit()`."""
    RAISED = "raised"
    """An error message."""
    CPU = "cpu"
    """It used more processor time than it may."""
    WALL = "wall"
    """It waited longer than it may."""
    MEMORY = "memory"
    """It asked for more memory than it may."""
    OUTPUT = "output"
    """It printed more than it may."""
    FILES = "files"
    """It wrote more to files than it may."""
    STEPS = "steps"
    """It took more steps than are traced."""
    STACK = "stack"
    """Calls inside calls went deeper than the sandbox holds."""
    DIED = "died"
    """It tore its own Python down, as `os._exit()` does."""
    STOPPED = "stopped"
    """Somebody stopped it."""


class Channel(IntEnum):
    """Where a piece of a transcript came from."""

    TYPED = 0
    OUTPUT = 1
    ERRORS = 2
    PROMPT = 3


@dataclass(frozen=True, slots=True)
class ProgramError:
    """An error message of Python, taken apart."""

    kind: str
    """The name of its class, such as `NameError`."""
    message: str
    line: int | None
    """Line of the program, from 1."""
    traceback: str
    """Python's own words, with the learner's lines only."""
    name: str = ""
    """The name a NameError or an ImportError is about."""


@dataclass(frozen=True, slots=True)
class Job:
    """One thing for the sandbox to do."""

    kind: str
    """`program`, `call`, `parts`, `trace` (its steps), `play` (an entry of a prompt),
    `examine` (tests here, the program in a guest of its own), `tests` (both in one) or `explain`.
    """
    code: str = ""
    inputs: tuple[str, ...] | None = ()
    """What is typed for `input()`; None asks the person at the keyboard."""
    call: str | None = None
    files: Mapping[str, str] | None = None
    """What lies in the program's folder when it starts, by name."""
    tests: Mapping[str, str] | None = None
    """Tests and their own modules, by name."""
    module: str = "solution"
    """What the tests import the program as."""
    steps: int = 0
    """How many steps are traced, at most."""
    hold: int = 1
    """How many steps the guest may keep to itself before it tells them; they are lost if it is stopped just then."""
    session: str = ""
    """For an entry of a prompt: which prompt. All entries of one run in one kept instance."""
    begin: bool = False
    """For the first entry of a prompt."""
    handed: Mapping[str, str] | None = None
    """For `examine`: the files in the program's own folder; `files` are then those in the folder of the tests."""
    shared: bool = False
    """For `examine`: the program works in the folder of the tests' files."""
    kinds: Mapping[str, Sequence[str] | None] | None = None
    """For `examine`: the classes of the reference solution, with their special methods; see `kinds.py`."""
    mutates: bool = False
    """For `examine`: lists, dictionaries and sets that the program changes are changed for the tests too."""
    case: Mapping[str, Any] | None = None
    """For `explain`: the error, the ending and the checks that were not met, as plain data."""
    limits: Limits = field(default_factory=Limits)
    seed: int = 1
    """For `random` and all else that comes from chance: the same seed, the same answer."""
    clock: float | None = None
    """Where the program's clock stands when it starts, in seconds since 1970; None is the machine's time."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one job went."""

    ending: Ending
    transcript: tuple[tuple[Channel, str], ...] = ()
    """What appeared on the screen, in order, by channel."""
    error: ProgramError | None = None
    facts: Mapping[str, Any] | None = None
    """What the guest answered: the value of a call, the parts of a program, the tests."""
    seconds: float = 0.0
    """Processor time."""

    @property
    def output(self) -> str:
        """What the program printed, without the prompts of `input()`."""
        return "".join(text for channel, text in self.transcript if channel is Channel.OUTPUT)


def outcome_of(done: Mapping[str, Any], transcript: Sequence[Sequence[Any]]) -> Outcome:
    """An `Outcome` from the worker's last frame. Raises KeyError or ValueError if the frame is not one."""
    ending = Ending(done["ending"])
    error = done.get("error")
    if error and error["kind"] == "MemoryError":
        ending = Ending.MEMORY
    return Outcome(
        ending,
        tuple((Channel(channel), str(text)) for channel, text in transcript),
        error_of(error) if error else None,
        done,
        float(done["seconds"]),
    )


def error_of(said: Mapping[str, Any]) -> ProgramError:
    """A `ProgramError` from what the guest said."""
    line = said["line"]
    return ProgramError(
        str(said["kind"])[:100],
        str(said["message"]),
        line if type(line) is int and 1 <= line <= MAX_LINE else None,
        str(said["traceback"])[:20_000],
        str(said["name"])[:200],
    )


class Place(Protocol):
    """Where jobs are done: the sandbox, or in a test of the doctor a place without walls."""

    def run(self, job: Job) -> Outcome:
        """Do one job."""
