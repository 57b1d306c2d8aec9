"""Sign in: pick a name or make one, then four numbers."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from sync import Learner, Roster, SyncError

from ..clean_text import clean, clean_line
from ..widgets.choices import ChoiceList
from ..widgets.frame import Keys
from .board import HELP, Board

SignIn = Callable[[Learner], str]
"""Opens a learner's session; gives back why it can't, or ""."""

WELCOME = "Welcome. Pick your name and press Enter."
FIRST = "Welcome. Here you can learn to write programs in Python.\nPress Enter to make your name."


class SignInScreen(Board):
    """The list of names. It is where the tutor starts, and Esc does not leave it."""

    KEYS: ClassVar[Keys] = (*HELP, ("Up/Down", "Move"), ("Enter", "Choose"))
    HELP_TEXT = (
        "Pick your name with the arrow keys, Up and Down.\nThen press Enter. Enter is the big key on the right.\n\n"
        "If your name is not in the list, pick the last line.\nIt makes a new name.\n\n"
        "If you do not remember your 4 numbers, ask staff.\n\nPress Enter to go back."
    )

    def __init__(self, roster: Roster, sign_in: SignIn) -> None:
        super().__init__()
        self._roster, self._sign_in = roster, sign_in
        self._learners: list[Learner] = []

    def content(self) -> Iterable[Widget]:
        """A welcome, the names, and a line for what goes on."""
        try:
            self._learners = self._roster.learners()
            trouble = ""
        except SyncError as error:
            trouble = str(error)
        yield Static(Content(WELCOME if self._learners else FIRST), classes="heading")
        names = [clean_line(learner.name) for learner in self._learners]
        yield ChoiceList([*names, "My name is not here: make a new one"], name="names")
        yield Static(Content(clean(trouble)), id="said")

    def begin(self) -> None:
        """Let the arrows move."""
        self.query(ChoiceList).focus()

    def action_back(self) -> None:
        """There is nothing behind this screen."""

    async def on_screen_resume(self) -> None:
        """Read the names anew when somebody comes back to the list."""
        try:
            now = self._roster.learners()
        except SyncError as error:
            self.say(str(error))
            return
        if now != self._learners:
            await self.recompose()
            self.query(ChoiceList).focus()

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Ask for the PIN of a name, or for a new name."""
        if message.index < len(self._learners):
            self.app.push_screen(PinScreen(self._roster, self._learners[message.index], self._sign_in))
        else:
            self.app.push_screen(NewNameScreen(self._roster, self._sign_in))


class PinScreen(Board):
    """Four numbers of a learner who has a name here."""

    KEYS: ClassVar[Keys] = (*HELP, ("Esc", "Back"), ("Enter", "Go on"))
    HELP_TEXT = "Type your 4 numbers. They show as stars.\nThen press Enter.\n\nIf you do not remember them, ask staff."

    def __init__(self, roster: Roster, learner: Learner, sign_in: SignIn) -> None:
        super().__init__()
        self._roster, self._learner, self._sign_in = roster, learner, sign_in
        self._may_try_at = 0.0

    def content(self) -> Iterable[Widget]:
        """The name and a place for four numbers."""
        yield Static(
            Content(f"Hello, {clean_line(self._learner.name)}. Type your 4 numbers, then press Enter."),
            classes="heading",
        )
        yield pin_input()
        yield Static("", id="said")

    def begin(self) -> None:
        """Type at once; after many misses there is a wait, which a restart does not cut short."""
        self.query(Input).focus()
        self._wait()

    def _wait(self) -> bool:
        """Whether the next try has to wait; says so."""
        left = self._may_try_at - time.monotonic()
        if left > 0:
            self.say(f"Please wait {int(left) + 1} seconds. Then type your 4 numbers again.")
        return left > 0

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Look whether the numbers fit."""
        pin, message.input.value = message.value, ""
        if len(pin) != 4:
            self.say("A PIN has 4 numbers. Type all 4, then press Enter.")
            return
        if self._wait():
            return
        try:
            fits = self._roster.check_pin(self._learner.id, pin)
            self._may_try_at = time.monotonic() + self._roster.wait_before_next(self._learner.id)
        except SyncError as error:
            self.say(str(error))
            return
        if fits:
            self.say(self._sign_in(self._learner))
        elif not self._wait():
            self.say("These are not the numbers for this name. Try again, or press Esc to pick another name.")


class NewNameScreen(Board):
    """A new name, then a PIN, twice."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False, priority=True)]
    KEYS: ClassVar[Keys] = (*HELP, ("Esc", "Back"), ("Enter", "Go on"))
    HELP_TEXT = (
        "Type your name. Press Enter.\n\nThen choose 4 numbers that only you know.\nYou type them twice. They show as stars.\n\n"
        "You need the name and the numbers each time you come back."
    )

    def __init__(self, roster: Roster, sign_in: SignIn) -> None:
        super().__init__()
        self._roster, self._sign_in = roster, sign_in
        self._chosen_name = self._pin = ""

    def content(self) -> Iterable[Widget]:
        """One question, one place to type."""
        yield Static(Content("What is your name? Type it, then press Enter."), classes="heading", id="question")
        yield Input(max_length=40, id="answer", select_on_focus=False)
        yield Static("", id="said")

    def begin(self) -> None:
        """Type at once."""
        self.query(Input).focus()

    def _ask(self, question: str) -> None:
        self.query_one("#question", Static).update(Content(clean(question)))

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Take the answer to the question that is up."""
        typed, message.input.value = message.value, ""
        self.say("")
        if not self._chosen_name:
            self._take_name(typed)
        elif len(typed) != 4:
            self.say("A PIN has 4 numbers. Type all 4, then press Enter.")
        elif not self._pin:
            self._pin = typed
            self._ask("Type the same 4 numbers once more, then press Enter.")
        elif typed != self._pin:
            self._pin = ""
            self._ask("Choose 4 numbers, then press Enter.")
            self.say("The two were not the same. Choose 4 numbers again.")
        else:
            self._make()

    def _take_name(self, typed: str) -> None:
        if not typed.strip():
            self.say("Type your name first. One letter is enough.")
            return
        self._chosen_name = typed
        field = self.query_one(Input)
        field.password, field.max_length, field.restrict = True, 4, r"[0-9]*"
        self._ask(
            f"Hello, {clean_line(typed.strip())}. Now choose 4 numbers that only you know.\nType them, then press Enter."
        )

    def _make(self) -> None:
        try:
            learner = self._roster.add(self._chosen_name, self._pin)
        except SyncError as error:
            self._chosen_name = self._pin = ""
            field = self.query_one(Input)
            field.restrict, field.password, field.max_length = None, False, 40
            self._ask("What is your name? Type it, then press Enter.")
            self.say(str(error))
            return
        self.say(self._sign_in(learner))


def pin_input() -> Input:
    """A field for four numbers."""
    return Input(password=True, max_length=4, restrict=r"[0-9]*", id="answer", select_on_focus=False)
