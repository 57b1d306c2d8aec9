"""The steps of a program as plain lines, for `tutor steps`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grader import Event, Frame, Step, Trace

from .clean_text import clean, clean_line

_WORDS = {
    Event.CALL: "{function} begins",
    Event.RETURN: "{function} gives back {value}",
    Event.YIELD: "{function} gives {value} and waits",
    Event.RESUME: "{function} goes on",
    Event.ERROR: "error: {error}",
    Event.END: "the program ends",
}


def step_lines(trace: Trace, code: str) -> Iterator[str]:
    """A line for each step; under it what it changed and printed."""
    source = code.split("\n")
    screen = "".join(text for _, text in trace.outcome.transcript)
    shown = 0
    for step in trace:
        # What is new in a call's own names are its parameters: they belong under its first line.
        calls = step.event is Event.CALL
        yield from _changes(step.frames[: -1 if calls else None])
        yield from _printed(screen[shown : step.shown])
        shown = step.shown
        yield f"{step.number:>4}  line {step.line:<4} {'  ' * step.depth}{_what_happens(step, source)}"
        if calls:
            yield from _changes(step.frames[-1:], step.depth)
    yield from _printed(screen[shown:])
    if trace.said:
        yield trace.said


def _what_happens(step: Step, source: list[str]) -> str:
    if step.event is Event.LINE:
        return clean_line(source[step.line - 1].strip()) if step.line <= len(source) else ""
    error = ": ".join(part for part in step.error or () if part)
    return clean_line(_WORDS[step.event].format(function=step.function, value=step.value, error=error))


def _changes(frames: Sequence[Frame], depth: int = 0) -> Iterator[str]:
    for at, frame in enumerate(frames, depth):
        for name in frame.names:
            if name.changed:
                yield clean_line(f"{' ' * 16}{'  ' * at}{name.name} is {name.value}")


def _printed(text: str) -> Iterator[str]:
    for line in clean(text.removesuffix("\n")).split("\n") if text else ():
        yield f"{' ' * 16}| {line}"
