"""Home: go on where one was, choose a lesson, look at what is done, sign out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from lessons import Lesson

from ..clean_text import clean_line
from ..session import Session
from ..widgets.choices import ChoiceList
from ..widgets.frame import Keys
from .board import HELP, Board, MenuScreen, ReadingScreen
from .messages import OpenCard, SignOut

KEYS_TEXT = """\
These keys are the same on every screen.

  Enter      go on, or choose
  Esc        go back one step
  F1         help about the screen you see (also Ctrl+G)
  Up, Down   move

When you write a program:

  F5         run it (also Ctrl+R)
  F6         check it (also Ctrl+T)
  F7         ask for a hint
  F8         undo: take back what you typed (also Ctrl+Z)
  F10        menu: start again, skip, sign out

Ctrl+R means: hold the key Ctrl down and press R.
Your work is saved as you type. You can stop at any time."""


class HomeScreen(Board):
    """Where a learner arrives after signing in."""

    KEYS: ClassVar[Keys] = (*HELP, ("Up/Down", "Move"), ("Enter", "Choose"))
    HELP_TEXT = (
        "Press Enter to go on with your lesson.\n\nWith Up and Down you pick another line.\n"
        "You can also press the number in front of a line.\n\nYour work is saved. Sign out when you leave."
    )

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def note(self) -> str:
        """Who is signed in."""
        return self._session.learner.name

    def content(self) -> Iterable[Widget]:
        """A greeting and what can be done."""
        yield Static(self._greeting(), classes="heading", id="said")
        yield ChoiceList(self._items())

    def _greeting(self) -> Content:
        return Content(f"Hello, {clean_line(self._session.learner.name)}. What would you like to do?")

    def _items(self) -> list[str]:
        card = self._session.card
        begun = "Go on" if card is not self._session.cards[0] else "Start"
        where = f"{begun}: {card.lesson.title}, {card.number} of {card.of}"
        return [clean_line(where, 60), "All lessons", "What I have done", "The keys", "Sign out"]

    def begin(self) -> None:
        """Let the arrows move."""
        self.query(ChoiceList).focus()

    async def on_screen_resume(self) -> None:
        """Show the place where the learner is now."""
        await self.recompose()
        self.query(ChoiceList).focus()

    def action_back(self) -> None:
        """Esc stays here: only `Sign out` leaves."""

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Do what was chosen."""
        actions = [self._go_on, self._lessons, self._done, self._keys, self._sign_out]
        actions[message.index]()

    def _go_on(self) -> None:
        self.post_message(OpenCard())

    def _lessons(self) -> None:
        lessons = [lesson for chapter in self._session.pack.chapters for lesson in chapter.lessons]
        passed = self._session.passed()
        items = [f"{mark(self._session, lesson, passed)} {clean_line(lesson.title, 50)}" for lesson in lessons]

        def chosen(index: object) -> None:
            if isinstance(index, int):
                self._session.go(self._session.lesson_start(lessons[index]))
                self.post_message(OpenCard())

        self.app.push_screen(MenuScreen("All lessons: [x] done, [.] begun", items), chosen)

    def _done(self) -> None:
        self.app.push_screen(ReadingScreen("What I have done", done_text(self._session)))

    def _keys(self) -> None:
        self.app.push_screen(ReadingScreen("The keys", KEYS_TEXT))

    def _sign_out(self) -> None:
        self.post_message(SignOut())


def mark(session: Session, lesson: Lesson, passed: set[str]) -> str:
    """`[x]` done, `[.]` begun, `[ ]` not begun."""
    done, of = session.lesson_count(lesson, passed)
    return "[x]" if done == of else "[.]" if done else "[ ]"


def done_text(session: Session) -> str:
    """Each lesson with a bar, and what has been done in all."""
    passed = session.passed()
    lines = []
    for chapter in session.pack.chapters:
        lines += [clean_line(chapter.title), ""]
        for lesson in chapter.lessons:
            done, of = session.lesson_count(lesson, passed)
            filled = 10 * done // of
            lines.append(
                f"  [{'#' * filled}{'.' * (10 - filled)}] {done:>2} of {of:<2}  {clean_line(lesson.title, 40)}"
            )
        lines.append("")
    progress = session.progress()
    of_all = len(list(session.pack.exercises()))
    lines.append(f"Exercises that pass: {len(passed)} of {of_all}.  Answers you gave: {progress.attempts}.")
    return "\n".join(lines)
