"""What the screens of a lesson share, and the screen that shows a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import get_current_worker

from exercises import Kind
from lessons import Page
from sync import SyncError

from ..clean_text import clean, clean_line
from ..session import Card, Session
from ..widgets.frame import Keys, TitleBar
from ..widgets.prose import prose
from .board import HELP, Board, MenuScreen, ReadingScreen
from .messages import GoHome, OpenCard, SignOut

WIDTH = 70
"""Columns of lesson text on a wide screen."""


class CardScreen(Board):
    """A card of a lesson: Enter or the menu goes on, Esc goes back one card."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f10", "menu", show=False, priority=True)]

    def __init__(self, session: Session, card: Card) -> None:
        super().__init__()
        self.session, self.card = session, card
        self._gone = False

    def place(self) -> str:
        """The lesson, and how far in it."""
        return f"{self.card.lesson.title}  {self.card.number} of {self.card.of}"

    def note(self) -> str:
        """Who is at work."""
        return self.session.learner.name

    def text_width(self) -> int:
        """Columns there are for text."""
        return min(WIDTH, self.app.size.width - 2)

    def from_thread(self, do: Callable[..., object], *arguments: object) -> None:
        """Have something done by the screen, unless the learner has left it. For threads of this screen."""
        if not get_current_worker().is_cancelled and self.is_attached:
            self.app.call_from_thread(do, *arguments)

    def before_leaving(self) -> None:
        """Keep what the screen holds."""

    def action_forward(self) -> None:
        """Go on to the next card."""
        self._move(1)

    def action_back(self) -> None:
        """Go back to the card before."""
        self._move(-1)

    def _move(self, by: int) -> None:
        if self._gone:
            return
        self.before_leaving()
        card = self.session.step(by)
        if card is None and by > 0:
            self.app.push_screen(ReadingScreen("The end, for now", self._the_end()), self._leave)
            return
        if card is None:
            self._go(GoHome())
            return
        try:
            self.session.go(card)
        except SyncError as error:
            self.query_one(TitleBar).note = clean_line(f"NOT SAVED: {error}")
        self._go(OpenCard())

    def _leave(self, _result: object) -> None:
        self._go(GoHome())

    def _go(self, message: Message) -> None:
        """Ask the app for another screen, once: keys typed ahead may ask for it again."""
        if not self._gone:
            self._gone = self._leaving = True
            self.post_message(message)

    def _the_end(self) -> str:
        pack, passed = self.session.pack, self.session.passed()
        of_all = len(list(pack.exercises()))
        left = "All of them!" if len(passed) >= of_all else "Home, All lessons, shows where something is left to do."
        return clean(
            f"You have come to the end of: {pack.title}.\n\n"
            f"Exercises that pass: {len(passed)} of {of_all}. {left}\n\n"
            "What you have made stays here. You can go back to it at any time."
        )

    def menu_items(self) -> list[tuple[str, str]]:
        """What F10 offers: words, and the action they stand for."""
        return [
            ("Go on to the next screen", "forward"),
            ("Go back one screen", "back"),
            ("Home: all lessons", "home"),
            ("Help about this screen", "help"),
            ("Sign out", "sign_out"),
        ]

    def action_menu(self) -> None:
        """Show the menu and do what is chosen."""
        items = self.menu_items()

        def chosen(index: object) -> None:
            if isinstance(index, int):
                self.call_later(self.run_action, items[index][1])

        self.app.push_screen(MenuScreen("Menu", [words for words, _ in items]), chosen)

    def action_home(self) -> None:
        """Leave the lesson."""
        self.before_leaving()
        self._go(GoHome())

    def action_sign_out(self) -> None:
        """Leave the tutor."""
        self.before_leaving()
        self._go(SignOut())


class PageScreen(CardScreen):
    """One idea, one screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,right,pagedown,space", "forward", show=False),
        Binding("left,pageup", "back", show=False),
    ]
    KEYS: ClassVar[Keys] = (*HELP, ("Enter", "Go on"), ("Esc", "Back"), ("F10", "Menu"))
    HELP_TEXT = "Read the screen. Take your time.\n\nEnter goes on.\nEsc goes back one screen.\nF10 shows the menu.\n\nPress Enter now."

    def content(self) -> Iterable[Widget]:
        """The title and the text."""
        page = self.card.what
        assert isinstance(page, Page)
        yield Static(Content(clean_line(page.title)), classes="heading")
        yield Static(prose(clean(page.screens[self.card.screen]), self.text_width()), id="text")

    def from_thread(self, do: Callable[..., object], *arguments: object) -> None:
        """Have something done by the screen, unless the learner has left it. For threads of this screen."""
        if not get_current_worker().is_cancelled and self.is_attached:
            self.app.call_from_thread(do, *arguments)

    def before_leaving(self) -> None:
        """Record that the page was read."""
        try:
            self.session.read(self.card)
        except SyncError as error:
            self.query_one(TitleBar).note = clean_line(f"NOT SAVED: {error}")


def screen_of(session: Session) -> CardScreen:
    """The screen for the card a learner stands on."""
    # Here, because the screens of exercises are cards too.
    from .exercise import ExerciseScreen  # noqa: PLC0415
    from .predict import PredictScreen  # noqa: PLC0415

    what = session.card.what
    if isinstance(what, Page):
        return PageScreen(session, session.card)
    kind = PredictScreen if what.kind is Kind.PREDICT else ExerciseScreen
    return kind(session, session.card)
