"""The steps of a program: what each line did, forward and back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from exercises import Limits

from .grading import unreadable
from .outcome import MAX_LINE, Ending, Job, Outcome
from .sandbox import Sandbox

MAX_STEPS = 5000
"""Steps that are kept of one program."""

HOLD = 32
"""Steps that are told together: to tell one takes as long as to make one."""

_BY_ITSELF = (Ending.FINISHED, Ending.EXITED, Ending.RAISED, Ending.MEMORY)

MARK = 64
"""Steps between two places from which others are worked out."""


class Event(StrEnum):
    """What happens in a step."""

    LINE = "line"
    """The line is about to run."""
    CALL = "call"
    """A function of the program begins; its parameters have their values."""
    RETURN = "return"
    """A function of the program ends and gives a value."""
    YIELD = "yield"
    """A generator gives a value and waits."""
    RESUME = "resume"
    """A generator goes on."""
    ERROR = "error"
    """An error came up in this line, or came back to it from a call."""
    END = "end"
    """The program has come to its end."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name and its value, as they are at a step."""

    name: str
    value: str
    """The value as a short text; no code of the program was run to make it."""
    kind: str
    """The name of the value's class."""
    thing: int | None
    """A number for the object. Two names with the same number at the same step hold one and the same object.
    None for numbers, text, True, False and None, where that makes no difference."""
    changed: bool
    """Whether it is new, or has another value than at the step before."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A call that has not ended: its function, the line where it is, and its names."""

    function: str
    """"" for the program itself, then `add`, `Dog.bark`, `class Dog`, `lambda`."""
    line: int
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a program."""

    number: int
    """From 1."""
    event: Event
    line: int
    """Line of the program, from 1."""
    frames: tuple[Frame, ...]
    """The program itself first, the call that runs last."""
    shown: int
    """How many characters the transcript had until then."""
    value: str | None = None
    """What a function or a generator gives."""
    error: tuple[str, str] | None = None
    """The kind of an error and what it says."""

    @property
    def depth(self) -> int:
        """How many calls are inside each other; 0 in the program itself."""
        return len(self.frames) - 1

    @property
    def function(self) -> str:
        """The function that runs; "" in the program itself."""
        return self.frames[-1].function

    @property
    def names(self) -> tuple[Name, ...]:
        """The names of the call that runs."""
        return self.frames[-1].names

    @property
    def changed(self) -> tuple[Name, ...]:
        """What is new or different since the step before, in all calls."""
        return tuple(name for frame in self.frames for name in frame.names if name.changed)


@dataclass(frozen=True, slots=True)
class _Told:
    """A step as the guest tells it: what is different from the step before."""

    shown: int
    event: Event
    line: int
    kept: int
    opened: tuple[tuple[str, int], ...]
    changes: tuple[tuple[Any, ...], ...]
    more: tuple[str, ...]


_State = list[tuple[str, int, dict[str, tuple[str, str, int | None]]]]
"""The calls at a step: function, line, and the names with value, kind and thing."""


@dataclass(frozen=True, slots=True)
class Trace:
    """The steps of one run of a program. `at` gives any of them; they can be walked through with `for`."""

    outcome: Outcome
    """How the program ended, as for a run without steps."""
    _told: tuple[_Told, ...] = ()
    _marks: list[_State] = field(default_factory=list, compare=False, repr=False)

    def __len__(self) -> int:
        return len(self._told)

    def __iter__(self) -> Iterator[Step]:
        state: _State = []
        for number, told in enumerate(self._told, 1):
            _move(state, told)
            yield _step(number, told, state)

    def at(self, number: int) -> Step:
        """The step of a number, from 1. Raises IndexError if there is none."""
        if not 1 <= number <= len(self._told):
            raise IndexError(f"there is no step {number}")
        mark = (number - 1) // MARK
        while len(self._marks) <= mark:
            state = _copy(self._marks[-1]) if self._marks else []
            start = max(0, (len(self._marks) - 1) * MARK)
            for told in self._told[start : len(self._marks) * MARK]:
                _move(state, told)
            self._marks.append(state)
        state = _copy(self._marks[mark])
        for told in self._told[mark * MARK : number]:
            _move(state, told)
        return _step(number, self._told[number - 1], state)

    def output_at(self, step: Step) -> str:
        """Everything that was on the screen at a step: output, prompts, and what was typed."""
        return "".join(text for _, text in self.outcome.transcript)[: step.shown]

    @property
    def capped(self) -> bool:
        """Whether the program had more steps than are kept, and was stopped."""
        return self.outcome.ending is Ending.STEPS

    @property
    def said(self) -> str:
        """A sentence for the learner if not all steps are there, else ""."""
        if not self.capped:
            return ""
        return f"These are the first {len(self):,} steps. The program was stopped there."

    def as_json(self) -> dict[str, Any]:
        """The trace as an object of format 1, as `tutor steps --json` prints it."""
        return {
            "format": 1,
            "ending": str(self.outcome.ending),
            "capped": self.capped,
            "transcript": "".join(text for _, text in self.outcome.transcript),
            "steps": [_as_json(step) for step in self],
        }


def trace(
    sandbox: Sandbox,
    code: str,
    inputs: Sequence[str] = (),
    *,
    files: Mapping[str, str] | None = None,
    seed: int = 1,
    clock: float | None = None,
    limits: Limits | None = None,
    steps: int = MAX_STEPS,
) -> Trace:
    """Run a program and keep its steps. `input()` takes from `inputs`; `steps` is how many are kept at most.

    Raises `SandboxError`, and ValueError for `unreadable` code.
    """
    if said := unreadable(code):
        raise ValueError(said)
    bounds = limits or Limits()
    job = Job("trace", code, tuple(inputs), files=files, steps=steps, hold=HOLD, limits=bounds, seed=seed, clock=clock)
    outcome = sandbox.run(job)
    if outcome.ending not in (*_BY_ITSELF, Ending.STEPS, Ending.STOPPED):
        # It was cut off in the middle of a step. Which one must be seen: so once more, each told at once.
        outcome = sandbox.run(replace(job, hold=1))
    told: list[_Told] = []
    depth = 0
    try:
        for shown, text in (outcome.facts or {}).get("steps", ()):
            step = _read(shown, json.loads(text), depth)
            depth = step.kept + len(step.opened)
            told.append(step)
    except (ValueError, TypeError, RecursionError):
        # The program has made its guest tell what no guest tells.
        outcome = Outcome(Ending.DIED, outcome.transcript, seconds=outcome.seconds)
    return Trace(outcome, tuple(told))


def _read(shown: int, said: Any, depth: int) -> _Told:
    """A step from what the guest says. Raises ValueError or TypeError for anything else."""
    event, line, kept, opened, changes, more = said
    frames = tuple((_text(name), _line(at)) for name, at in opened)
    if not (type(kept) is int and 0 <= kept <= depth and kept + len(frames) > 0):
        raise ValueError("these calls can't be")
    return _Told(
        int(shown),
        Event(event),
        _line(line),
        kept,
        frames,
        tuple(_change(change, kept + len(frames)) for change in changes),
        tuple(_text(part) for part in more or ()),
    )


def _change(said: Any, depth: int) -> tuple[Any, ...]:
    at, name = said[0], _text(said[1])
    if type(at) is not int or not 0 <= at < depth:
        raise ValueError("there is no such call")
    if len(said) == 2:
        return at, name
    _, _, value, kind, thing = said
    return at, name, (_text(value), _text(kind), None if thing is None else int(thing))


def _text(said: Any) -> str:
    if type(said) is not str:
        raise TypeError("this is not a text")
    return said[:400]


def _line(said: Any) -> int:
    if type(said) is not int or not 0 <= said <= MAX_LINE:
        raise ValueError("this is not a line")
    return max(1, said)


def _move(state: _State, told: _Told) -> None:
    """Go one step forward."""
    del state[told.kept :]
    state.extend((function, line, {}) for function, line in told.opened)
    for at, name, *now in told.changes:
        if now:
            state[at][2][name] = now[0]
        else:
            state[at][2].pop(name, None)
    function, _, names = state[-1]
    state[-1] = (function, told.line, names)


def _copy(state: _State) -> _State:
    return [(function, line, dict(names)) for function, line, names in state]


def _step(number: int, told: _Told, state: _State) -> Step:
    changed = {(change[0], change[1]) for change in told.changes}
    frames = tuple(
        Frame(function, line, tuple(Name(name, *held, (at, name) in changed) for name, held in names.items()))
        for at, (function, line, names) in enumerate(state)
    )
    more = told.more
    value = more[0] if len(more) == 1 else None
    error = (more[0], more[1]) if len(more) == 2 else None
    return Step(number, told.event, told.line, frames, told.shown, value, error)


def _as_json(step: Step) -> dict[str, Any]:
    return {
        "step": step.number,
        "event": str(step.event),
        "line": step.line,
        "function": step.function,
        "depth": step.depth,
        "shown": step.shown,
        "value": step.value,
        "error": list(step.error) if step.error else None,
        "frames": [
            {
                "function": frame.function,
                "line": frame.line,
                "names": [
                    {
                        "name": name.name,
                        "value": name.value,
                        "kind": name.kind,
                        "thing": name.thing,
                        "changed": name.changed,
                    }
                    for name in frame.names
                ],
            }
            for frame in step.frames
        ],
    }
