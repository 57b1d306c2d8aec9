"""A Python prompt on a plain terminal, for `tutor play`."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from grader import Channel, Play, Reply, Sandbox

from .clean_text import clean

WELCOME = "A Python prompt. Type a line, then press Enter. Ctrl+C stops a line. Ctrl+D ends the prompt.\n"


class _Interrupted(Exception):
    """Ctrl+C while something is typed."""


def talk(sandbox: Sandbox) -> None:
    """Read lines and run them until there are no more. Raises `SandboxError`."""
    if sys.stdin.isatty():
        with suppress(ImportError):
            import readline  # noqa: F401, PLC0415  (being there, it lets `input` edit lines and bring back old ones)
        _show(WELCOME)
    with Play(sandbox) as play, _Keyboard(play).in_charge() as keyboard:
        while True:
            try:
                line = keyboard.read(play.prompt)
            except _Interrupted:
                play.drop()
                _show("\n")
                continue
            if line is None:
                _show("\n" if sys.stdin.isatty() else "")
                return
            reply = play.enter(line, _wrote, keyboard.answer)
            _tell(reply)
            if reply.is_over:
                return


class _Keyboard:
    """Where lines come from, and what Ctrl+C does: it drops what is typed, or stops what runs."""

    def __init__(self, play: Play) -> None:
        self._play = play
        self._is_typing = False

    @contextmanager
    def in_charge(self) -> Iterator[_Keyboard]:
        """Take Ctrl+C while this lasts."""
        before = signal.signal(signal.SIGINT, self._on_interrupt)
        try:
            yield self
        finally:
            signal.signal(signal.SIGINT, before)

    def _on_interrupt(self, number: int, frame: FrameType | None) -> None:
        if self._is_typing:
            raise _Interrupted
        self._play.stop()

    def read(self, prompt: str) -> str | None:
        """A line; None when there are no more. Raises `_Interrupted`."""
        self._is_typing = True
        try:
            if sys.stdin.isatty():
                return input(prompt)
            line = sys.stdin.readline()
            return line.rstrip("\n") if line else None
        except EOFError:
            return None
        finally:
            self._is_typing = False

    def answer(self) -> str | None:
        """A line for the program's own `input()`."""
        try:
            return self.read("")
        except _Interrupted:
            self._play.stop()
            return None


def _wrote(channel: Channel, text: str) -> None:
    stream = sys.stderr if channel is Channel.ERRORS else sys.stdout
    stream.write(clean(text))
    stream.flush()


def _show(text: str) -> None:
    _wrote(Channel.OUTPUT, text)


def _tell(reply: Reply) -> None:
    """What is to say about a line besides its output."""
    parts = [
        reply.explanation.python if reply.explanation else "",
        reply.explanation.message if reply.explanation else "",
        reply.said,
    ]
    for part in filter(None, parts):
        _wrote(Channel.ERRORS, part.rstrip("\n") + "\n")
