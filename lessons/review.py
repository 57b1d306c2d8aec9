"""The gates for lessons that need no running of programs: what fits on a screen, and what reads well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from exercises import NAME, Exercise, Kind, Problem, Problems, PytestCheck, read_text

from .forbidden import forbidden
from .layout import CODE_INDENT, bold_parts, lay_out, parse, plain
from .lesson import Lesson, Pack, Page, exercises_of, pages_of
from .reading import grade, sentences, words

ENGLISH = "en"
"""The language that reading grades and plain signs are looked at for."""

WIDTH, NARROW_WIDTH = 70, 62
"""Columns for text on a console of 80 columns, and of 64: what a large font leaves."""
SCREEN_LINES, NARROW_SCREEN_LINES = 18, 21
"""Lines for a page with its title at these widths, so that nothing scrolls."""
TASK_LINES, NARROW_TASK_LINES = 8, 9
"""Lines for a task above the editor at these widths."""
PAGE_TITLE_LINES = 2
"""A page's title and the empty line under it, on every screen."""
CODE_COLUMNS = 60
"""Columns for a line of code, with its indent on a page: it fits a narrow screen uncut."""
TITLE_LETTERS = 50
"""Letters of a title: beside it stand the lesson and the page number."""

LESSON_WORDS, LESSON_SCREENS = 450, 12
"""What an adult who reads slowly reads in ten minutes."""
LESSON_GRADE, PACK_GRADE = 6.0, 5.0
"""School grades: each lesson, and the middle one of a pack. Many adults read at grade 6 or below."""
SENTENCE_WORDS = 20
"""Words of a sentence; 6 to 12 are better."""
NEW_TERMS = 4
"""New words in a lesson: as many as people keep in mind at a time."""
MEANING_WORDS = 20
"""Words of a meaning in the glossary."""
REMARK_WORDS, REMARK_GRADE = 35, 5.0
"""Words and grade of hints and remarks: whoever reads one is stuck."""
HINTS = 3
"""Look here, think of this, next step."""
MISTAKES = 2
"""Known mistakes that an exercise must recognise."""


class _File:
    """A file that an author wrote, to find the line of what needs mending."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._text = read_text(path, Problems()) or ""

    def problem(self, message: str, near: str = "", within: str = "") -> Problem:
        """A problem at the line where `near` begins, at or after the text `within`."""
        start = max(0, self._text.find(within))
        found = words(near)
        for count in (8, 4, 2, 1):  # code may stand between two words of `near`
            pattern = r"\W+".join(map(re.escape, found[:count]))
            if pattern and (match := re.compile(pattern).search(self._text, start)):
                return Problem(self.path, self._text.count("\n", 0, match.start()) + 1, message)
        return Problem(self.path, None, message)


def review(pack: Pack) -> list[Problem]:
    """Everything in a pack that needs mending and can be found without running a program, by file and line."""
    problems = [*_review_glossary(pack), *forbidden(pack.folder)]
    known = {term.term.lower() for term in pack.glossary}
    for chapter in pack.chapters:
        file = _File(pack.places[chapter.id] / "chapter.toml")
        problems += _review_title(file, chapter.title)
        for text in (chapter.summary, *chapter.objectives):
            problems += _review_prose(file, "The text", text, pack.language)
    for lesson in pack.lessons():
        problems += _review_lesson(lesson, pack, known)
    if pack.language == ENGLISH and (middle := median(map(lesson_grade, pack.lessons()))) > PACK_GRADE:
        message = f"The lessons read at grade {middle:.1f} (the middle one). Aim at {PACK_GRADE:.0f}."
        problems.append(Problem(pack.folder, None, message))
    return sorted(problems, key=lambda problem: (str(problem.path), problem.line or 0))


def lesson_grade(lesson: Lesson) -> float:
    """The reading grade of everything there is to read in a lesson without asking for help."""
    screens = [plain(screen) for page in pages_of(lesson) for screen in page.screens]
    return grade("\n".join([*screens, *(plain(exercise.instructions) for exercise in exercises_of(lesson))]))


def _review_glossary(pack: Pack) -> Iterator[Problem]:
    file = _File(pack.folder / "glossary.toml")
    in_spanish = any(term.es or term.meaning_es for term in pack.glossary)
    for term in pack.glossary:
        if in_spanish and not (term.es and term.meaning_es):
            yield file.problem(
                f"`{term.term}` is not said in Spanish, as other terms are. Add es and meaning_es.", term.term
            )
        for meaning in (term.meaning, term.meaning_es):
            if (count := len(words(meaning))) > MEANING_WORDS:
                yield file.problem(f"The meaning has {count} words. Say it in {MEANING_WORDS} or fewer.", meaning)


def _review_lesson(lesson: Lesson, pack: Pack, known: set[str]) -> Iterator[Problem]:
    file = _File(pack.places[lesson.id] / "lesson.toml")
    yield from _review_title(file, lesson.title)
    for objective in lesson.objectives:
        yield from _review_prose(file, "The objective", objective, pack.language)
    yield from _review_terms(lesson, file, known)
    pages = pages_of(lesson)
    screens = [screen for page in pages for screen in page.screens]
    if len(screens) > LESSON_SCREENS:
        yield file.problem(f"The pages have {len(screens)} screens. {LESSON_SCREENS} are the most for a lesson.")
    if (count := sum(len(words(plain(screen))) for screen in screens)) > LESSON_WORDS:
        yield file.problem(f"The pages have {count} words. {LESSON_WORDS} are the most for a lesson.")
    if pack.language == ENGLISH and (reads_at := lesson_grade(lesson)) > LESSON_GRADE:
        yield file.problem(f"The lesson reads at grade {reads_at:.1f}. Use shorter sentences and words for grade 6.")
    for page in pages:
        yield from _review_page(page, _File(pack.places[page.id]), pack.language)
    exercises = exercises_of(lesson)
    if not exercises:
        yield file.problem("There is no exercise in this lesson. Add one.")
    for exercise in exercises:
        yield from _review_exercise(exercise, pack.places[exercise.id], pack.language)


def _review_terms(lesson: Lesson, file: _File, known: set[str]) -> Iterator[Problem]:
    texts = [screen for page in pages_of(lesson) for screen in page.screens]
    texts += [exercise.instructions for exercise in exercises_of(lesson)]
    bold = {part.lower() for text in texts for part in bold_parts(text)}
    if len(lesson.terms) > NEW_TERMS:
        yield file.problem(f"The lesson has {len(lesson.terms)} new terms. {NEW_TERMS} are the most.", "terms")
    for term in lesson.terms:
        if term.lower() not in known:
            yield file.problem(f"The term `{term}` is not in the glossary. Add it to glossary.toml.", "terms")
        if term.lower() not in bold:
            yield file.problem(f"The term `{term}` is never bold. Write **{term}** where it is first used.", "terms")


def _review_page(page: Page, file: _File, language: str) -> Iterator[Problem]:
    yield from _review_title(file, page.title)
    for screen in page.screens:
        for width, most in ((WIDTH, SCREEN_LINES), (NARROW_WIDTH, NARROW_SCREEN_LINES)):
            if (count := PAGE_TITLE_LINES + len(lay_out(screen, width))) > most:
                message = (
                    f"This screen has {count} lines with its title at {width} columns. {most} fit. Begin a new one."
                )
                yield file.problem(message, screen, screen)
        yield from _review_code(file, screen)
        yield from _review_prose(file, "This screen", screen, language)


def _review_exercise(exercise: Exercise, folder: Path, language: str) -> Iterator[Problem]:
    file = _File(folder / "exercise.md")
    yield from _review_title(file, exercise.title)
    yield from _review_code(file, exercise.instructions)
    yield from _review_prose(file, "The task", exercise.instructions, language)
    for number, hint in enumerate(exercise.hints, 1):
        yield from _review_code(file, hint)
        yield from _review_remark(file, f"Hint {number}", hint, language)
    for choice in exercise.choices:
        yield from _review_remark(file, "`because`", choice.because, language)
    if exercise.kind is Kind.PREDICT:
        yield from _review_prediction(exercise, file)
    else:
        yield from _review_program(exercise, folder, file)
        checks = _File(folder / "checks.toml")
        for check in exercise.checks:
            if not isinstance(check, PytestCheck):
                yield from _review_remark(checks, "`message`", check.message, language)
    for name in ("program.py", "starter.py", "solution.py"):
        for number, line in enumerate((read_text(folder / name, Problems()) or "").split("\n"), 1):
            if len(line) > CODE_COLUMNS:
                yield Problem(folder / name, number, f"This line has {len(line)} columns. {CODE_COLUMNS} fit.")


def _review_prediction(exercise: Exercise, file: _File) -> Iterator[Problem]:
    answers = [choice.answer.rstrip("\n").count("\n") + 1 for choice in exercise.choices]
    count = len(lay_out(exercise.instructions, WIDTH)) + 1 + len(exercise.program.rstrip("\n").split("\n"))
    if answers:  # the true answer is not known here: it counts like the longest of the others
        count += 1 + sum(answers) + max(answers)
    if count > SCREEN_LINES:
        yield file.problem(f"Task, program and answers have {count} lines. {SCREEN_LINES} fit.", exercise.instructions)


def _review_program(exercise: Exercise, folder: Path, file: _File) -> Iterator[Problem]:
    for width, most in ((WIDTH, TASK_LINES), (NARROW_WIDTH, NARROW_TASK_LINES)):
        if (count := len(lay_out(exercise.instructions, width))) > most:
            yield file.problem(f"The task has {count} lines at {width} columns. {most} fit.", exercise.instructions)
    if len(exercise.hints) < HINTS:
        yield file.problem(f"The exercise has {len(exercise.hints)} of {HINTS} hints. Add what is missing.")
    if len(exercise.mistakes) < MISTAKES:
        message = f"The exercise has {len(exercise.mistakes)} of {MISTAKES} known mistakes. Add what is missing."
        yield Problem(folder / "mistakes", None, message)
    for mistake in exercise.mistakes:
        if not NAME.fullmatch(mistake.diagnosis):
            message = f"`{mistake.diagnosis}` is not the name of a diagnosis. The guide has a list of them."
            yield Problem(folder / "mistakes" / f"{mistake.name}.py", 1, message)


def _review_title(file: _File, title: str) -> Iterator[Problem]:
    if len(title) > TITLE_LETTERS:
        yield file.problem(f"The title has {len(title)} letters. {TITLE_LETTERS} fit.", title)


def _review_code(file: _File, markdown: str) -> Iterator[Problem]:
    for block in parse(markdown):
        for line in block.text.split("\n") if block.is_code else []:
            if (columns := len(CODE_INDENT) + len(line)) > CODE_COLUMNS:
                message = f"This line of code has {columns} columns with its indent. {CODE_COLUMNS} fit."
                yield file.problem(message, line, markdown)


def _review_remark(file: _File, name: str, markdown: str, language: str) -> Iterator[Problem]:
    text = plain(markdown)
    if (count := len(words(text))) > REMARK_WORDS:
        yield file.problem(f"{name} has {count} words. Say it in {REMARK_WORDS} or fewer.", markdown)
    if language == ENGLISH and (reads_at := grade(text)) > REMARK_GRADE:
        message = f"{name} reads at grade {reads_at:.1f}. Use shorter sentences and words for grade {REMARK_GRADE:.0f}."
        yield file.problem(message, markdown)
    yield from _review_prose(file, name, markdown, language)


def _review_prose(file: _File, name: str, markdown: str, language: str) -> Iterator[Problem]:
    text = plain(markdown)
    for sentence in sentences(text):
        if (count := len(words(sentence))) > SENTENCE_WORDS:
            yield file.problem(f"{name} has a sentence of {count} words. Make two of it.", sentence, markdown)
    if language != ENGLISH:
        return
    for word in text.split():
        if not word.isascii():
            sign = next(letter for letter in word if not letter.isascii())
            message = f"`{sign}` may look odd on some screens. Use plain signs, like ', \" and -, or put it in code."
            yield file.problem(message, word, markdown)
