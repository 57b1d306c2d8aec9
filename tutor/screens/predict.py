"""Say what a program prints, before it is run."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from exercises import Exercise
from grader import GradeReport, SandboxError, Verdict, answer_of

from ..clean_text import clean, clean_line
from ..session import Card, Session
from ..widgets.choices import ChoiceList
from ..widgets.editor import Editor
from ..widgets.frame import Keys
from ..widgets.prose import prose
from .board import HELP
from .cards import CardScreen
from .result import NOT_YET, PASS

CHOOSING: Keys = (*HELP, ("Up/Down", "Move"), ("Enter", "Answer"), ("Esc", "Back"), ("F10", "Menu"))
TYPING: Keys = (*HELP, ("F6", "Answer"), ("Esc", "Back"), ("F10", "Menu"))
ANSWERED: Keys = (*HELP, ("Enter", "Go on"), ("Esc", "Back"), ("F10", "Menu"))


class PredictScreen(CardScreen):
    """A program, and what it might print: choose an answer or type it; then see what it does print."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f6,ctrl+t", "answer", show=False, priority=True),
        Binding("enter", "go_on", show=False),
        Binding("escape", "back", show=False, priority=True),
    ]
    HELP_TEXT = (
        "Read the program. What will it print? Say it before you see it.\nA guess is fine: you learn from every answer.\n\n"
        "Move with Up and Down and press Enter, or press a number.\n"
        "If there is a place to type: type what the program prints,\nthen press F6 (also Ctrl+T).\n\n"
        "Press Enter to go back."
    )

    def __init__(self, session: Session, card: Card) -> None:
        super().__init__(session, card)
        assert isinstance(card.what, Exercise)
        self.exercise: Exercise = card.what
        self._answers: list[str] = []
        self._state = "asking"

    def content(self) -> Iterable[Widget]:
        """The question, the program, and a place for the answer."""
        exercise = self.exercise
        yield Static(Content(clean_line(exercise.title)), classes="heading")
        yield Static(prose(clean(exercise.instructions), self.text_width()), id="task")
        yield Static(numbered(exercise.program), id="program")
        if exercise.choices:
            yield Static("", id="place-for-choices")
        else:
            yield Static(Content("Type what it prints:"), id="question")
            yield Editor(self.session.draft(exercise)[0], python=False)
        yield Static("", id="answer")

    def begin(self) -> None:
        """Work out the true answer by running the program, then show the choices."""
        self.show_keys(CHOOSING if self.exercise.choices else TYPING)
        if self.exercise.choices:
            self._find_truth()
        else:
            self.query(Editor).focus()

    @work(thread=True, group="program")
    def _find_truth(self) -> None:
        try:
            truth = answer_of(self.session.sandbox, self.exercise)
        except SandboxError as error:
            self.from_thread(self._show_trouble, str(error))
        else:
            self.from_thread(self._show_choices, truth)

    def _show_trouble(self, said: str) -> None:
        self._state = "asking"
        self.query_one("#answer", Static).update(Content(clean(said)))

    async def _show_choices(self, truth: str) -> None:
        answers = [truth, *(choice.answer.rstrip("\n") for choice in self.exercise.choices)]
        # The same order each time for one exercise, and not the same for all.
        self._answers = sorted(answers, key=lambda answer: _shuffling(self.exercise.id + answer))
        choices = ChoiceList([clean(answer) for answer in self._answers])
        place = self.query_one("#place-for-choices")
        await self.query_one("#content").mount(choices, after=place)
        await place.remove()
        self.set_focus(choices)

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """An answer was chosen."""
        self._submit(self._answers[message.index])

    def on_text_area_changed(self) -> None:
        """Have what was typed saved."""
        for editor in self.query(Editor):
            self.session.typed(self.exercise, editor.text, editor.cursor_location)

    def action_answer(self) -> None:
        """F6: the typed answer, or the marked one."""
        if self._state != "asking":
            return
        if self.exercise.choices:
            for choices in self.query(ChoiceList):
                self._submit(self._answers[choices.at])
        elif self.query_one(Editor).text.strip():
            self._submit(self.query_one(Editor).text)
        else:
            self._show_trouble("Type what you think it prints, then press F6. A guess is fine.")

    def _submit(self, answer: str) -> None:
        if self._state == "asking":
            self._state = "busy"
            self._check(answer)

    @work(thread=True, group="program")
    def _check(self, answer: str) -> None:
        try:
            report, not_saved = self.session.check(self.exercise, answer)
        except SandboxError as error:
            self.from_thread(self._show_trouble, str(error))
        else:
            self.from_thread(self._show_answer, report, not_saved)

    def _show_answer(self, report: GradeReport, not_saved: str) -> None:
        """What the program prints, whether the answer was that, and why not."""
        self._state = "answered"
        result = report.results[0]
        right = report.verdict is Verdict.PASSED
        lines = [
            Content.styled(
                "Yes. That is what it prints:" if right else "Not quite. It prints:", PASS if right else NOT_YET
            )
        ]
        lines += [Content.styled(f"    {line}", "bold") for line in clean(result.expected).split("\n")]
        if not right:
            lines += [
                Content("Your answer was:"),
                *(Content(f"    {line}") for line in clean(result.actual).rstrip("\n").split("\n")),
            ]
            lines.append(prose(clean(result.message), self.text_width()))
        if not_saved:
            lines.append(Content(clean(f"This result is NOT saved. {not_saved}")))
        for widget in [*self.query(ChoiceList), *self.query(Editor), *self.query("#question")]:
            widget.display = False
        self.query_one("#answer", Static).update(Content("\n").join(lines))
        self.show_keys(ANSWERED)
        self.set_focus(None)

    def action_go_on(self) -> None:
        """Enter goes on once the answer was given."""
        if self._state == "answered":
            self.action_forward()

    def menu_items(self) -> list[tuple[str, str]]:
        """What F10 offers here."""
        return [("Skip this question for now", "forward"), *super().menu_items()[1:]]


def _shuffling(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "replace")).digest()


def numbered(program: str) -> Content:
    """A program with line numbers."""
    lines = clean(program.rstrip("\n")).split("\n")
    return Content("\n").join(
        Content.assemble((f" {number:>2}  ", "ansi_cyan"), line) for number, line in enumerate(lines, 1)
    )
