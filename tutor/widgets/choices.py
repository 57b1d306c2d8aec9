"""A list to choose from: arrows and Enter, or the number in front."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

PAUSE = 0.3
"""Seconds after a choice in which no other is taken."""


class ChoiceList(Widget, can_focus=True):
    """Numbered lines, one of them marked. An item may have several lines; a long list moves with the mark."""

    at: reactive[int] = reactive(0)

    @dataclass
    class Chosen(Message):
        """Somebody chose an item: its place in the list, from 0."""

        index: int

    def __init__(self, items: list[str], at: int = 0, *, name: str | None = None) -> None:
        super().__init__(name=name)
        self._chosen = False
        self._items = [item.split("\n") for item in items]
        self.set_reactive(ChoiceList.at, at)

    def _first_shown(self) -> int:
        """The first item that is shown, so that the marked one is on the screen."""
        room, first = max(1, self.size.height), self.at
        used = len(self._items[self.at]) if self._items else 0
        while first > 0 and used + len(self._items[first - 1]) <= room:
            first -= 1
            used += len(self._items[first])
        return first

    def render(self) -> RenderResult:
        """The items, `>` and a reversed line at the marked one."""
        lines: list[Content] = []
        for index in range(self._first_shown(), len(self._items)):
            marked = index == self.at
            for number, text in enumerate(self._items[index]):
                label = f"{index + 1:>2}" if number == 0 else "  "
                line = f" {'>' if marked and number == 0 else ' '} {label}  {text} "
                lines.append(Content.styled(line, "reverse" if marked and self.has_focus else ""))
        return Content("\n").join(lines)

    def watch_at(self) -> None:
        """Put the terminal's own cursor on the marked line: speech and braille follow it."""
        self._park_cursor()

    def on_focus(self) -> None:
        """The same when the list gets the keys."""
        self._park_cursor()

    def _park_cursor(self) -> None:
        above = sum(len(item) for item in self._items[self._first_shown() : self.at])
        self.app.cursor_position = self.content_region.offset + Offset(1, above)

    def _choose(self, index: int) -> None:
        """Tell it once: keys typed before the next screen is up must not choose again."""
        if not self._chosen:
            self._chosen = True
            self.set_timer(PAUSE, self._ready_again)
            self.at = index
            self.post_message(self.Chosen(index))

    def _ready_again(self) -> None:
        self._chosen = False

    def on_key(self, event: events.Key) -> None:
        """Move the mark, or choose."""
        last = len(self._items) - 1
        moves = {"up": max(0, self.at - 1), "down": min(last, self.at + 1), "home": 0, "end": last}
        if event.key in moves:
            self.at = moves[event.key]
        elif event.key == "enter" and self._items:
            self._choose(self.at)
        elif event.character and event.character in "123456789" and int(event.character) <= len(self._items):
            self._choose(int(event.character) - 1)
        else:
            return
        event.stop()
        event.prevent_default()
