"""What a program printed, and what the tutor says about it."""

from __future__ import annotations

import textwrap
import threading

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from ..clean_text import clean

KEPT = 200_000
"""Characters that are kept for reading it all."""


class OutputPane(Widget):
    """The end of a program's output. `write` may be called from any thread; `catch_up` shows what came."""

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._arrived: list[str] = []
        self._text = self._said = ""
        self.taken = ""
        """The prompt that now stands beside the field for the answer."""

    def write(self, text: str) -> None:
        """Add to the output; it is shown by the next `catch_up`."""
        with self._lock:
            self._arrived.append(text)

    def catch_up(self) -> None:
        """Show what has been written since."""
        with self._lock:
            arrived, self._arrived = "".join(self._arrived), []
        if arrived:
            self._text = (self._text + arrived)[-KEPT:]
            self.refresh()

    def clear(self) -> None:
        """Empty the pane before the next run."""
        with self._lock:
            self._arrived = []
        self._text = self._said = self.taken = ""
        self.refresh()

    def show(self, sentence: str) -> None:
        """Show a sentence instead of output."""
        self.clear()
        self.show_below(sentence)

    def show_below(self, sentence: str) -> None:
        """Show a sentence of the tutor's; it stays in sight however much was printed."""
        self.catch_up()
        self._said = sentence
        self.refresh()

    def take_last_line(self) -> str:
        """Take away the unfinished last line, a prompt, to be shown beside the field for the answer."""
        head, _, last = self._text.rpartition("\n")
        self._text = head + "\n" if head or self._text.startswith("\n") else ""
        self.taken = last
        self.refresh()
        return clean(last)[-60:]

    @property
    def has_text(self) -> bool:
        """Whether anything was printed."""
        return bool(self._text.strip())

    @property
    def whole(self) -> str:
        """All there is to read, cleaned."""
        return clean(f"{self._said}\n\n{self._text}" if self._said else self._text) or "Nothing was printed yet."

    def render(self) -> RenderResult:
        """The tutor's sentence first, then the last lines that fit."""
        width, height = max(10, self.size.width), self.size.height
        said = [part for line in clean(self._said).split("\n") for part in textwrap.wrap(line, width)][:height]
        lines = _wrapped(self._text.rstrip("\n")[-20_000:], width)
        room = height - len(said)
        if len(lines) > room > 0:
            hidden = len(lines) - room + 1
            lines = [f"({hidden} lines above: F3 shows all)", *lines[hidden:]]
        shown = [Content.styled(line, "bold") for line in said] + [Content(line) for line in lines[: max(0, room)]]
        return Content("\n").join(shown)


def _wrapped(text: str, width: int) -> list[str]:
    lines = []
    for line in clean(text).split("\n") if text else []:
        lines += [line[at : at + width] for at in range(0, max(1, len(line)), width)]
    return lines
