"""What a pack is made of: chapters of lessons, lessons of pages and exercises, and a glossary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from exercises import Exercise, Problem


class PackError(Exception):
    """A pack that can't be read; `problems` has every reason, not the first."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Page:
    """Something to read: one idea, on one or more screens."""

    id: str
    """`pack/chapter/lesson/page`; stays the same when files are renumbered."""
    title: str
    screens: tuple[str, ...]
    """Markdown of each screen, without the title."""


Step = Page | Exercise
"""What a lesson is a row of."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """About ten minutes: pages and exercises in the order in which they are met."""

    id: str
    """`pack/chapter/lesson`."""
    title: str
    concepts: tuple[str, ...]
    objectives: tuple[str, ...]
    """What the learner can do afterwards."""
    terms: tuple[str, ...]
    """Words that are new here; each is in the glossary."""
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """Lessons that belong together."""

    id: str
    """`pack/chapter`."""
    title: str
    summary: str
    objectives: tuple[str, ...]
    lessons: tuple[Lesson, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the glossary, in English and in Spanish. The Spanish may be empty."""

    term: str
    meaning: str
    es: str
    meaning_es: str


@dataclass(frozen=True, slots=True)
class Pack:
    """Everything that one folder of lessons holds."""

    id: str
    title: str
    version: str
    """Three numbers: `1.4.0`."""
    author: str
    license: str
    language: str
    """Two letters: `en`."""
    chapters: tuple[Chapter, ...]
    glossary: tuple[Term, ...]
    folder: Path
    places: Mapping[str, Path] = field(repr=False, compare=False)
    """The folder or file that each chapter, lesson, page and exercise was read from, by its id."""

    def lessons(self) -> Iterator[Lesson]:
        """Every lesson, in order."""
        return (lesson for chapter in self.chapters for lesson in chapter.lessons)

    def lesson(self, identity: str) -> Lesson:
        """The lesson with an id. Raises `KeyError` if there is none."""
        for lesson in self.lessons():
            if lesson.id == identity:
                return lesson
        raise KeyError(identity)

    def exercises(self) -> Iterator[tuple[Exercise, Path]]:
        """Every exercise, in order, with the folder it was read from."""
        return ((exercise, self.places[exercise.id]) for lesson in self.lessons() for exercise in exercises_of(lesson))


def pages_of(lesson: Lesson) -> tuple[Page, ...]:
    """The pages of a lesson, in order."""
    return tuple(step for step in lesson.steps if isinstance(step, Page))


def exercises_of(lesson: Lesson) -> tuple[Exercise, ...]:
    """The exercises of a lesson, in order."""
    return tuple(step for step in lesson.steps if isinstance(step, Exercise))
