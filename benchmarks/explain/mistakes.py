"""The programs that measure how well mistakes are explained, and what comes of each."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exercises import Exercise, Kind, OutputCheck
from grader import Explanation, Sandbox, Submission, explain, grade, run
from lessons import BUILT_IN, load_pack

HERE = Path(__file__).parent

GENERAL = frozenset({"syntax", "error", "type", "value", "attribute", "file", "test", "other-text", "other-value"})
"""Names of explanations that say no more than Python does."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A program, what is typed for it, what it should have printed, and the name of what went on."""

    title: str
    slug: str
    code: str
    inputs: tuple[str, ...] = ()
    wanted: str | None = None
    """None if the program ends with an error message, whatever it should print."""
    style: bool = False
    number: int = 0


@dataclass(frozen=True, slots=True)
class Named:
    """A mistake and the explanation it got."""

    mistake: Mistake
    said: Explanation | None

    @property
    def slug(self) -> str:
        """The name it got; "" if it got none."""
        return self.said.slug if self.said else ""

    @property
    def rightly(self) -> bool:
        """Whether it is the name that fits."""
        return self.slug == self.mistake.slug

    @property
    def its_own(self) -> bool:
        """Whether the explanation is that of this mistake, and not one that fits any error."""
        return self.rightly and self.slug not in GENERAL


def ninety() -> list[Mistake]:
    """The ninety mistakes."""
    return [_mistake(said) for said in _read("ninety.toml")["mistake"]]


def wider() -> list[Mistake]:
    """The wider set: programs that Python can't read, and programs that end with an error message; each once."""
    names = ("grammar.toml", "running.toml", "errors.toml")
    every = [said for name in names for said in _read(name)["program"] if "call" not in said]
    return [_mistake(said) for said in {said["code"]: said for said in reversed(every)}.values()][::-1]


def _read(name: str) -> dict[str, Any]:
    with (HERE / name).open("rb") as file:
        return tomllib.load(file)


def _mistake(said: dict[str, Any]) -> Mistake:
    return Mistake(**{**said, "inputs": tuple(said.get("inputs", ()))})


def name(sandbox: Sandbox, mistake: Mistake) -> Named:
    """Have a mistake explained as a learner would see it: by a check where an output is wanted, else by a run."""
    if mistake.wanted is None:
        inputs = iter(mistake.inputs)
        outcome = run(sandbox, mistake.code, asks=lambda: next(inputs, None))
        return Named(mistake, explain(sandbox, mistake.code, outcome, style=mistake.style))
    check = OutputCheck("prints what is wanted", mistake.inputs, mistake.wanted)
    exercise = Exercise("mistake", Kind.WRITE, mistake.title, "", checks=(check,))
    return Named(mistake, grade(sandbox, Submission(exercise, mistake.code)).explanation)


def named_in_solutions(sandbox: Sandbox) -> Iterator[tuple[str, str]]:
    """The shipped solutions, and other programs that are right, in which a mistake is named, and its name.

    There should be none. Each is looked at as if it had not met its checks: once with another output wanted, once with none. Programs that
    are there to be read count too, unless they end with an error message on purpose.
    """
    for title, code, may_stop in _right_programs():
        for wanted in ("something else", ""):
            check = OutputCheck("another output", ("4", "5", "6"), wanted)
            asked = Exercise("solution", Kind.WRITE, "Solution", "", checks=(check,))
            said = grade(sandbox, Submission(asked, code)).explanation
            if said and said.slug not in _PLAIN and not (said.python and may_stop):
                yield title, said.slug


_PLAIN = frozenset(
    "other-text line-extra line-missing line-order one-line spacing punctuation letter-case nothing-printed asks-too-often"
    " code-printed quotes-printed error".split()
)
"""What the output alone shows; no mistake is named by it."""


def _right_programs() -> Iterator[tuple[str, str, bool]]:
    """Title and text of each, and whether it may end with an error message on purpose."""
    for folder in sorted(path for path in BUILT_IN.iterdir() if path.is_dir()):
        for exercise, _ in load_pack(folder).exercises():
            yield exercise.id, exercise.solution or exercise.program, not exercise.solution
    for said in _read("correct.toml")["program"]:
        yield said["title"], said["code"], False
