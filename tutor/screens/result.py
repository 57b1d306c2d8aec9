"""What a check found, in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from grader import CheckResult, GradeReport, Verdict

from ..clean_text import clean, clean_line
from ..widgets.frame import Keys
from .board import HELP, Board

PASS = "ansi_green bold"
NOT_YET = "ansi_yellow bold"


class ResultScreen(Board):
    """All checks, and for each one that is not met: what was typed, printed and wanted. Gives True to go on."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "go_on", show=False, priority=True)]
    HELP_TEXT = (
        "Each line is one check of your program.\nPASS means: it does what the task says.\n"
        "NOT YET means: something is left to do. Read what was wanted\nand what your program printed.\n\n"
        "Esc goes back to your program."
    )

    def __init__(self, title: str, report: GradeReport, not_saved: str) -> None:
        super().__init__()
        self._heading, self._report, self._not_saved = title, report, not_saved

    def place(self) -> str:
        """The exercise."""
        return self._heading

    def content(self) -> Iterable[Widget]:
        """A summary, then the checks."""
        report = self._report
        passed, of = report.passed_count, len(report.results)
        if report.verdict is Verdict.PASSED:
            summary = Content.styled("All checks pass. Well done. Enter goes on.", PASS)
        else:
            summary = Content(f"{passed} of {of} checks pass. Not there yet. Enter goes back to your program.")
        yield Static(summary, classes="heading")
        if self._not_saved:
            yield Static(Content(clean(f"This result is NOT saved. {self._not_saved}")), id="said")
        yield VerticalScroll(Static(Content("\n").join(result_lines(report.results))))

    def begin(self) -> None:
        """Let the arrows scroll; show the keys that fit the verdict."""
        self.query(VerticalScroll).focus()
        forward = self._report.verdict is Verdict.PASSED
        keys: Keys = (*HELP, ("Enter", "Go on" if forward else "To the program"), ("Esc", "To the program"))
        self.show_keys(keys if forward else (*HELP, ("Enter", "To the program"), ("Up/Down", "Scroll")))

    def action_go_on(self) -> None:
        """Go on if all pass, else back to the program."""
        self.leave(self._report.verdict is Verdict.PASSED)


def result_lines(results: tuple[CheckResult, ...]) -> list[Content]:
    """The checks as lines; the first one not met comes with everything there is to say, the others with a sentence."""
    lines: list[Content] = []
    detailed = ""
    for result in results:
        passed = result.verdict is Verdict.PASSED
        word = Content.styled("PASS   " if passed else "NOT YET", PASS if passed else NOT_YET)
        lines.append(Content.assemble(word, f"  {clean_line(result.name)}"))
        if passed:
            continue
        if result.message != detailed:
            lines += [Content(f"         {clean_line(sentence)}") for sentence in result.sentences]
        if not detailed:
            lines += [*_details(result), Content("")]
        detailed = detailed or result.message
    return lines


def _details(result: CheckResult) -> list[Content]:
    parts: tuple[tuple[str, str], ...] = (
        ("What was typed:", "\n".join(result.typed)),
        ("Your program printed:" if result.actual else "Your program printed nothing.", result.actual),
        ("What is wanted:", result.expected),
    )
    if not result.expected and not result.actual:
        parts = parts[:1]
    if result.explanation and result.explanation.python:
        parts = (*parts, ("Python's own words:", result.explanation.python))
    lines = []
    for words, text in parts:
        if not text and not words.endswith("."):
            continue
        lines += [Content(""), Content.styled(f"         {words}", "bold")]
        lines += [Content(f"           {line}") for line in clean(text).rstrip("\n").split("\n") if text]
    return lines
