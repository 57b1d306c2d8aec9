"""The place where a learner writes Python."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.style import Style
from textual import events
from textual._text_area_theme import TextAreaTheme
from textual.binding import Binding, BindingType
from textual.widgets import TextArea

from .highlighting import highlights

INDENT = 4
LONGEST = 256 * 1024
"""Characters that fit; what is pasted beyond is not taken."""

THEME = TextAreaTheme(
    "tutor16",
    cursor_style=Style(reverse=True),
    cursor_line_style=Style(),
    cursor_line_gutter_style=Style(bold=True),
    gutter_style=Style(color="cyan"),
    bracket_matching_style=Style(bold=True, underline=True),
    selection_style=Style(reverse=True),
    syntax_styles={
        "comment": Style(color="green"),
        "string": Style(color="yellow"),
        "number": Style(color="magenta"),
        "keyword": Style(color="cyan", bold=True),
        "builtin": Style(color="cyan"),
        "definition": Style(bold=True),
    },
)


class Editor(TextArea):
    """A text area that colours Python, indents after a colon, and never loses text to a stray key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+home", "to_start", show=False),
        Binding("ctrl+end", "to_end", show=False),
    ]

    def __init__(self, text: str, *, python: bool = True) -> None:
        self._python = python
        super().__init__(text, soft_wrap=True, show_line_numbers=python, tab_behavior="indent")
        self.cursor_blink = False
        self.register_theme(THEME)
        self.theme = "tutor16"

    def _build_highlight_map(self) -> None:
        """Fill the map the text area draws from; it would ask tree-sitter, which is not here."""
        self._line_cache.clear()
        self._highlights.clear()
        if self._python:
            for row, spans in enumerate(highlights(self.document.lines)):
                if spans:
                    self._highlights[row] = list(spans)

    async def _on_key(self, event: events.Key) -> None:
        """Python's own habits for Enter, Tab, Shift+Tab and Backspace; Esc belongs to the screen."""
        actions = {
            "enter": self._new_line,
            "tab": self._indent,
            "shift+tab": self._dedent,
            "backspace": self._back,
        }
        if event.key == "escape":
            return
        if event.key in actions and not self.read_only:
            if actions[event.key]():
                event.stop()
                event.prevent_default()
            return
        if len(self.text) < LONGEST or not event.is_printable:
            await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        if len(self.text) + len(event.text) > LONGEST:
            event.stop()
            event.prevent_default()
            return
        await super()._on_paste(event)

    def _new_line(self) -> bool:
        start, end = sorted(self.selection)
        before = self.document[start[0]][: start[1]]
        spaces = len(before) - len(before.lstrip(" "))
        if self._python and before.rstrip().endswith(":"):
            spaces += INDENT
        self._replace_via_keyboard("\n" + " " * spaces, start, end)
        return True

    def _rows(self) -> range:
        start, end = sorted(self.selection)
        return range(start[0], end[0] + (0 if end[1] == 0 and end[0] > start[0] else 1))

    def _indent(self) -> bool:
        start, end = sorted(self.selection)
        if start[0] == end[0]:
            self._replace_via_keyboard(" " * (INDENT - start[1] % INDENT), end, end)
        else:
            self._change_rows(lambda line: " " * INDENT + line if line else line)
        return True

    def _dedent(self) -> bool:
        self._change_rows(lambda line: line[min(INDENT, len(line) - len(line.lstrip(" "))) :])
        return True

    def _change_rows(self, change: Callable[[str], str]) -> None:
        rows = self._rows()
        old = [self.document[row] for row in rows]
        new = [change(line) for line in old]
        if new == old:
            return
        (top, left), (bottom, right) = self.selection.start, self.selection.end
        self.replace("\n".join(new), (rows[0], 0), (rows[-1], len(old[-1])), maintain_selection_offset=False)
        moved = {row: len(after) - len(before) for row, before, after in zip(rows, old, new, strict=True)}
        self.selection = type(self.selection)(
            (top, max(0, left + moved.get(top, 0))), (bottom, max(0, right + moved.get(bottom, 0)))
        )

    def _back(self) -> bool:
        """In the blanks at the start of a line, Backspace takes back one step of four."""
        start, end = self.selection
        before = self.document[start[0]][: start[1]]
        if start != end or not before or before.strip(" "):
            return False
        step = (len(before) - 1) % INDENT + 1
        self._delete_via_keyboard((start[0], start[1] - step), start)
        return True

    def action_to_start(self) -> None:
        """Go to the first letter."""
        self.move_cursor((0, 0))

    def action_to_end(self) -> None:
        """Go behind the last letter."""
        self.move_cursor(self.document.end)

    def start_again(self, text: str) -> None:
        """Put a text in place of everything; Undo brings back what was there."""
        last = self.document.line_count - 1
        self.replace(text, (0, 0), (last, len(self.document[last])), maintain_selection_offset=False)
        self.move_cursor((0, 0))
