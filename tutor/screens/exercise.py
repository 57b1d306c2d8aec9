"""Write a program: the task, the editor, what the program prints, and the line for its input()."""

from __future__ import annotations

import queue
from collections.abc import Iterable
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from exercises import Exercise
from grader import Channel, Ending, Explanation, GradeReport, Outcome, SandboxError, explain, run, unreadable, with_line
from sync import SyncError

from ..clean_text import clean, clean_line
from ..session import Card, Session
from ..widgets.editor import Editor
from ..widgets.frame import Keys, TitleBar
from ..widgets.output import OutputPane
from ..widgets.prose import prose
from .board import HELP, ReadingScreen
from .cards import CardScreen
from .result import ResultScreen

WRITING: Keys = (
    *HELP,
    ("F5", "Run"),
    ("F6", "Check"),
    ("F7", "Hint"),
    ("F8", "Undo"),
    ("Esc", "Back"),
    ("F10", "Menu"),
)
RUNNING: Keys = (("Esc", "Stop the program"),)
CHECKING: Keys = (("Esc", "Stop the check"),)
ANSWERING: Keys = (("Enter", "Give the answer"), ("Esc", "Stop the program"))
TICK = 0.06
"""Seconds between two looks at what a running program has printed."""


class ExerciseScreen(CardScreen):
    """A `write`, `fix` or `fill` exercise."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "task", show=False, priority=True),
        Binding("f3", "output", show=False, priority=True),
        Binding("f5,ctrl+r", "run", show=False, priority=True),
        Binding("f6,ctrl+t", "check", show=False, priority=True),
        Binding("f7", "hint", show=False, priority=True),
        Binding("f8,ctrl+z", "undo", show=False, priority=True),
        Binding("escape", "back", show=False, priority=True),
        Binding("ctrl+c", "stop", show=False, priority=True),
    ]
    KEYS: ClassVar[Keys] = WRITING
    HELP_TEXT = """\
Type your program under the task. It is saved as you type.

  F5   run it: see what it prints (also Ctrl+R)
  F6   check it: does it do what the task says? (also Ctrl+T)
  F7   a hint, one more each time
  F8   undo: take back what you typed (also Ctrl+Z)
  F2   read the whole task
  F3   see all of the output
  Esc  stop a program that runs; else go back one screen
  F10  menu: start again, skip this one, sign out

Tab moves a line right by 4 spaces. Shift+Tab moves it left.
Press Enter to go back to your program."""

    def __init__(self, session: Session, card: Card) -> None:
        super().__init__(session, card)
        assert isinstance(card.what, Exercise)
        self.exercise: Exercise = card.what
        self._busy = ""
        self._answers: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._ticking: Timer | None = None

    def content(self) -> Iterable[Widget]:
        """Task, editor, output, and the line for answers."""
        code, _ = self.session.draft(self.exercise)
        yield Static(Content(clean_line(self.exercise.title)), classes="heading")
        yield Static(prose(clean(self.exercise.instructions), self.text_width()), id="task")
        yield Editor(code)
        yield Static("", id="status")
        yield OutputPane()
        with Horizontal(id="asking"):
            yield Static("", id="prompt")
            yield Input(select_on_focus=False, id="typed")

    def begin(self) -> None:
        """Put the cursor where it was; the worker is made ready while the learner reads."""
        editor = self.query_one(Editor)
        editor.move_cursor(self.session.draft(self.exercise)[1])
        editor.focus()
        self._status("Output")
        self.query_one("#asking").display = False
        self.set_interval(1.0, self._show_saving)
        self._warm_up()

    @work(thread=True, group="warm")
    def _warm_up(self) -> None:
        try:
            self.session.sandbox.warm_up()
        except SandboxError as error:
            self.from_thread(self.query_one(OutputPane).show, str(error))

    def _status(self, words: str) -> None:
        width = self.app.size.width - 2
        self.query_one("#status", Static).update(Content(f"── {words} {'─' * max(0, width - len(words) - 4)}"))

    def _show_saving(self) -> None:
        if not self.is_attached:
            return
        trouble_now = self.session.save_trouble
        bar = self.query_one(TitleBar)
        wanted = clean_line(f"NOT SAVED: {trouble_now}") if trouble_now else clean_line(self.note())
        if bar.note != wanted:
            bar.note = wanted
            if trouble_now:
                self.query_one(OutputPane).show(trouble_now)

    def on_text_area_changed(self, message: TextArea.Changed) -> None:
        """Have what was typed saved."""
        self._keep()

    def on_text_area_selection_changed(self, message: TextArea.SelectionChanged) -> None:
        """The place of the cursor is kept too."""
        self._keep()

    def _keep(self) -> None:
        if not self.query(Editor):
            return
        editor = self.query_one(Editor)
        code, cursor = editor.text, editor.cursor_location
        if (code, cursor) != self.session.draft_now(self.exercise):
            self.session.typed(self.exercise, code, cursor)

    def before_leaving(self) -> None:
        """Keep the program."""
        self._keep()
        self._stop()

    # Running

    def action_run(self) -> None:
        """Run the program where it can do no harm, and show what it prints as it comes."""
        code = self.query_one(Editor).text
        if self._busy:
            return
        if said := unreadable(code):
            self.query_one(OutputPane).show(said)
            return
        self._begin("running", RUNNING)
        self.query_one(OutputPane).clear()
        self._answers = queue.SimpleQueue()
        self._ticking = self.set_interval(TICK, self.query_one(OutputPane).catch_up)
        self._run(code)

    def _begin(self, word: str, keys: Keys) -> None:
        self._busy = word
        self._status({"running": "Output: the program runs", "checking": "Checking ..."}[word])
        self.show_keys(keys)

    @work(thread=True, group="program")
    def _run(self, code: str) -> None:
        pane = self.query_one(OutputPane)

        def wrote(_channel: Channel, text: str) -> None:
            pane.write(text)

        def asks() -> str | None:
            self.from_thread(self._ask)
            return self._answers.get()

        def sleeps(seconds: float) -> None:
            self.from_thread(self._sleeping, seconds)

        try:
            outcome = run(self.session.sandbox, code, wrote, asks, self.exercise, sleeps)
            said = explain(self.session.sandbox, code, outcome)
        except SandboxError as error:
            self.from_thread(self._ended_by_us, str(error))
        else:
            self.from_thread(self._ended, outcome, said)

    def _sleeping(self, seconds: float) -> None:
        """The program sleeps for so long, or goes on."""
        if self._busy == "running":
            self._status(f"Output: the program sleeps for {seconds:g} s" if seconds else "Output: the program runs")

    def _ask(self) -> None:
        """The program waits at input(): show its prompt, and a place to type beside it."""
        pane = self.query_one(OutputPane)
        pane.catch_up()
        prompt = pane.take_last_line()
        self.query_one("#prompt", Static).update(Content(prompt))
        self.query_one("#asking").display = True
        self.query_one("#typed", Input).focus()
        self._status("The program waits: type an answer, press Enter")
        self.show_keys(ANSWERING)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Hand the answer to the program."""
        message.stop()
        typed, message.input.value = message.value, ""
        pane = self.query_one(OutputPane)
        pane.write(f"{pane.taken}{typed}\n")
        self._stop_asking()
        self._status("Output: the program runs")
        self.show_keys(RUNNING)
        self._answers.put(typed)

    def _stop_asking(self) -> None:
        self.query_one("#asking").display = False
        self.query_one("#typed", Input).value = ""
        self.query_one(Editor).focus()

    def _end(self, words: str) -> None:
        self._busy = ""
        if self._ticking:
            self._ticking.stop()
        self._stop_asking()
        self._status(words)
        self.show_keys(WRITING)

    def _ended_by_us(self, said: str) -> None:
        self._end("Output")
        self.query_one(OutputPane).show(said)

    def _ended(self, outcome: Outcome, said: Explanation | None) -> None:
        pane = self.query_one(OutputPane)
        pane.catch_up()
        if outcome.ending is Ending.STOPPED:
            self._end("You stopped the program")
            return
        if not said:
            self._end("Output: the program has ended" if pane.has_text else "The program has ended. It printed nothing")
            return
        words = said.python.rstrip()
        pane.write(f"\n{words}\n" if words and pane.has_text else f"{words}\n" if words else "")
        self._end("Output: the program stopped early")
        pane.show_below(with_line(said))
        if said.line:
            editor = self.query_one(Editor)
            editor.move_cursor((min(said.line, editor.document.line_count) - 1, 0))

    def action_stop(self) -> None:
        """Ctrl+C stops a running program and does nothing else."""
        self._stop()

    def _stop(self) -> bool:
        if not self._busy:
            return False
        self._answers.put(None)
        self.session.sandbox.stop()
        return True

    def on_unmount(self) -> None:
        """Whatever takes the screen away: a program that waits for an answer gets none."""
        self._answers.put(None)

    def action_back(self) -> None:
        """Esc stops a running program or check; else it goes back one card."""
        if not self._stop():
            super().action_back()

    # Checking

    def action_check(self) -> None:
        """Grade the program, save the result, then show it."""
        if self._busy:
            return
        self._begin("checking", CHECKING)
        self._check(self.query_one(Editor).text)

    @work(thread=True, group="program")
    def _check(self, code: str) -> None:
        try:
            report, not_saved = self.session.check(self.exercise, code)
        except SandboxError as error:
            self.from_thread(self._ended_by_us, str(error))
        else:
            self.from_thread(self._checked, report, not_saved)

    def _checked(self, report: GradeReport, not_saved: str) -> None:
        self._end("Output")

        def read(go_on: object) -> None:
            if go_on is True:
                self.action_forward()

        self.app.push_screen(ResultScreen(self.exercise.title, report, not_saved), read)

    # The rest

    def action_hint(self) -> None:
        """Open one more hint and show all that are open."""
        if self._busy:
            return
        try:
            hints = self.session.hints(self.exercise, one_more=True)
        except SyncError as error:
            self.query_one(OutputPane).show(str(error))
            return
        parts = [Content("This exercise has no hints. Read the page before it once more.")] if not hints else []
        for number, hint in enumerate(hints, 1):
            parts += [Content.styled(f"Hint {number}", "bold"), prose(clean(hint), self.text_width()), Content("")]
        if len(hints) < len(self.exercise.hints):
            parts.append(Content("If this is not enough: go back, try something, press F7 again."))
        self.app.push_screen(ReadingScreen("Hints", Content("\n").join(parts)))

    def action_undo(self) -> None:
        """Take back the last typing."""
        if not self._busy:
            self.query_one(Editor).undo()

    def action_task(self) -> None:
        """Show the whole task."""
        text = prose(clean(self.exercise.instructions), self.text_width())
        self.app.push_screen(ReadingScreen(clean_line(self.exercise.title), text))

    def action_files(self) -> None:
        """Show the files that a program of this exercise can read."""
        parts: list[Content] = []
        for name, text in self.exercise.files.items():
            parts += [Content.styled(clean_line(name), "bold"), Content(clean(text))]
        self.app.push_screen(ReadingScreen("Files", Content("\n").join(parts)))

    def action_output(self) -> None:
        """Show everything the program printed."""
        self.app.push_screen(ReadingScreen("Output", Content(self.query_one(OutputPane).whole)))

    def menu_items(self) -> list[tuple[str, str]]:
        """What F10 offers here."""
        return [
            ("Run the program", "run"),
            ("Check the program", "check"),
            ("Hint", "hint"),
            ("Undo", "undo"),
            ("See all of the output", "output"),
            ("Read the whole task", "task"),
            *([("See the files that come with it", "files")] if self.exercise.files else []),
            ("Start again with the first text (Undo brings yours back)", "start_again"),
            ("Skip this exercise for now", "forward"),
            *super().menu_items()[1:],
        ]

    def action_start_again(self) -> None:
        """Put the first text back; Undo brings back the learner's."""
        self.query_one(Editor).start_again(self.exercise.starter)
