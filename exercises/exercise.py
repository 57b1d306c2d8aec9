"""What an exercise is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from .checks import Check


class Kind(StrEnum):
    """What the learner does in an exercise."""

    PREDICT = "predict"
    """Says what a program prints."""
    WRITE = "write"
    """Writes a program."""
    FIX = "fix"
    """Mends a program that does not work."""
    FILL = "fill"
    """Fills the blanks, `____`, of a program."""


BLANK = "____"
"""What stands in a `fill` program where the learner writes."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one run of a program may use."""

    cpu: float = 3.0
    """Seconds of processor time."""
    wall: float = 15.0
    """Seconds of waiting in `time.sleep`, and on the clock while nobody is asked anything."""
    memory: int = 320 * 1024 * 1024
    """Bytes, of which the sandbox itself takes about 80 MiB."""
    output: int = 40_000
    """Characters."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a `predict` exercise that is not so, and why."""

    answer: str
    because: str


@dataclass(frozen=True, slots=True)
class Mistake:
    """A program a learner might write that does not meet the task yet."""

    name: str
    code: str
    diagnosis: str
    """The diagnosis the learner must get for it."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """A task, some starting code, and the checks that judge an answer."""

    id: str
    """`pack/chapter/lesson/exercise`; stays the same when folders are renumbered."""
    kind: Kind
    title: str
    instructions: str
    """Markdown."""
    starter: str = ""
    """What the editor shows at first; for `predict` it is empty."""
    solution: str = ""
    program: str = ""
    """For `predict`: the program whose output is asked for."""
    checks: tuple[Check, ...] = ()
    hints: tuple[str, ...] = ()
    """Markdown, from a small help to a big one."""
    concepts: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    """For `predict`: answers that are not so. Empty: the learner types the output."""
    mistakes: tuple[Mistake, ...] = ()
    limits: Limits = field(default_factory=Limits)
    files: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Files that a program may read, by name; each run gets them anew."""
    clock: float | None = None
    """What time it is for a program when it starts, in seconds since 1970 (UTC); None is the machine's time."""
    seed: int | None = None
    """For `random`, in each run; None: every check has the same chance, and a person who watches has luck of their own."""
