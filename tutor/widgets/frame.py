"""The first and the last row of every screen: where am I, and which keys work now."""

from __future__ import annotations

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

Keys = tuple[tuple[str, str], ...]
"""Keys and what they do, in the order of the bar."""


class TitleBar(Widget):
    """Row 1: the place on the left, the person (or trouble with saving) on the right."""

    place: reactive[str] = reactive("")
    note: reactive[str] = reactive("")

    def __init__(self, place: str, note: str = "") -> None:
        super().__init__()
        self.set_reactive(TitleBar.place, place)
        self.set_reactive(TitleBar.note, note)

    def render(self) -> RenderResult:
        """Both texts, cut to the width of the screen."""
        width = self.size.width
        note = self.note[: width // 2]
        place = self.place[: max(0, width - len(note) - 3)]
        return Content(f" {place}{' ' * max(1, width - len(place) - len(note) - 2)}{note} ")


class KeyBar(Widget):
    """The last row: every key that works now."""

    keys: reactive[Keys] = reactive(())

    def __init__(self, keys: Keys) -> None:
        super().__init__()
        self.set_reactive(KeyBar.keys, keys)

    def render(self) -> RenderResult:
        """Keys and words, with as much room between them as there is."""
        used = sum(len(key) + len(word) + 1 for key, word in self.keys)
        gap = 2 if used + 2 * len(self.keys) <= self.size.width else 1
        parts: list[Content | tuple[str, str]] = []
        for key, word in self.keys:
            parts += [(key, "black on ansi_cyan"), (f" {word}{' ' * gap}", "")]
        return Content.assemble(*parts)
