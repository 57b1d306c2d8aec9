"""What every screen has: a title row, a key row, and the same four keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from ..clean_text import clean, clean_line
from ..widgets.choices import ChoiceList
from ..widgets.frame import KeyBar, Keys, TitleBar

BACK: Keys = (("Esc", "Back"),)
HELP: Keys = (("F1", "Help"),)


class Board(Screen[object]):
    """A screen with a title row above, a key row below, and its own part between."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1,ctrl+g", "help", show=False, priority=True),
        Binding("escape", "back", show=False),
    ]
    KEYS: ClassVar[Keys] = (*HELP, *BACK)
    HELP_TEXT: ClassVar[str] = ""
    """What F1 says, in the words of this screen."""

    def __init__(self) -> None:
        super().__init__()
        self._leaving = False

    def place(self) -> str:
        """Where the learner is: the left of the title row."""
        return "facility-tutor"

    def note(self) -> str:
        """Who is at work: the right of the title row."""
        return ""

    def content(self) -> Iterable[Widget]:
        """The widgets between the two rows."""
        return ()

    def compose(self) -> ComposeResult:
        """Put the three parts together."""
        yield TitleBar(clean_line(self.place()), clean_line(self.note()))
        with Vertical(id="content"):
            yield from self.content()
        yield KeyBar(self.KEYS)

    def on_mount(self) -> None:
        """Begin, unless keys typed ahead have closed the screen before it was put together."""
        if not self._leaving and self.query("#content > *"):
            self.begin()

    def begin(self) -> None:
        """What a screen does first."""

    def show_keys(self, keys: Keys) -> None:
        """Change the key row: only keys that work now are in it."""
        self.query_one(KeyBar).keys = keys

    def say(self, text: str) -> None:
        """Show a sentence in the line kept for it."""
        self.query_one("#said", Static).update(Content(clean(text)))

    def action_help(self) -> None:
        """Show what this screen is for and which keys work."""
        self.app.push_screen(ReadingScreen("Help", clean(self.HELP_TEXT or "Esc goes back.")))

    def action_back(self) -> None:
        """Go back one screen."""
        self.leave(None)

    def leave(self, result: object) -> None:
        """Close this screen and give a result to the one below, once: keys typed ahead may ask for it again."""
        if self.is_current and not self._leaving:
            self._leaving = True
            self.dismiss(result)


class ReadingScreen(Board):
    """Text over the whole screen; Enter or Esc goes back to where one was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "back", show=False),
        Binding("f1,ctrl+g", "back", show=False, priority=True),
    ]
    KEYS: ClassVar[Keys] = (("Enter", "Back"), ("Up/Down", "Scroll"))

    def __init__(self, heading: str, text: str | Content) -> None:
        super().__init__()
        self._heading = heading
        self._text = Content(text) if isinstance(text, str) else text

    def place(self) -> str:
        """What is being read."""
        return self._heading

    def content(self) -> Iterable[Widget]:
        """The text, which scrolls if it is long."""
        yield VerticalScroll(Static(self._text))

    def begin(self) -> None:
        """Let the arrows scroll."""
        self.query(VerticalScroll).focus()


class MenuScreen(Board):
    """A few things to choose from; gives back the one chosen, or None."""

    KEYS: ClassVar[Keys] = (("Enter", "Choose"), ("Up/Down", "Move"), *BACK)
    HELP_TEXT = "Move with the arrow keys. Enter chooses.\nYou can also press the number in front.\nEsc goes back."

    def __init__(self, heading: str, items: list[str]) -> None:
        super().__init__()
        self._heading, self._items = heading, items

    def place(self) -> str:
        """What is chosen here."""
        return self._heading

    def content(self) -> Iterable[Widget]:
        """The list."""
        yield ChoiceList(self._items)

    def begin(self) -> None:
        """Let the arrows move."""
        self.query(ChoiceList).focus()

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Give back what was chosen."""
        self.leave(message.index)
