"""One learner at work: where they are, what they typed, what is saved. No screen is needed for any of it."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from exercises import Exercise
from grader import GradeReport, Sandbox, Submission, grade
from lessons import BUILT_IN, Lesson, Pack, Page, Shelf
from sync import Attempt, Draft, Drafts, HintTaken, Journal, Learner, PageRead, Progress, Roster, SyncError

from .home import Home

SAVE_AFTER = 0.8
"""Seconds from a key to the moment its draft is on the disk, at most; a power cut loses no more typing than this."""


@dataclass(frozen=True, slots=True)
class Card:
    """What one screen shows: a screenful of a page, or an exercise."""

    id: str
    """The exercise's id, or the page's id and the number of the screen: `.../print-shows-text#2`."""
    lesson: Lesson
    what: Page | Exercise
    screen: int
    """Which screen of the page, from 0."""
    number: int
    """Its place in the lesson, from 1."""
    of: int
    """How many cards the lesson has."""


def cards_of(pack: Pack) -> tuple[Card, ...]:
    """All cards of a pack, in reading order."""
    cards: list[Card] = []
    for chapter in pack.chapters:
        for lesson in chapter.lessons:
            steps: list[tuple[str, Page | Exercise, int]] = []
            for step in lesson.steps:
                if isinstance(step, Page):
                    steps += [(f"{step.id}#{at + 1}", step, at) for at in range(len(step.screens))]
                else:
                    steps.append((step.id, step, 0))
            cards += [Card(name, lesson, what, at, n, len(steps)) for n, (name, what, at) in enumerate(steps, 1)]
    return tuple(cards)


class SessionError(Exception):
    """A session that can't be opened; the message says why and what to do."""


def open_session(home: Home, roster: Roster, learner: Learner) -> Session:
    """Begin where a learner left off. Raises `SessionError` or `SyncError`."""
    shelf = Shelf(BUILT_IN, home.packs)
    packs = shelf.packs()
    if not packs:
        raise SessionError("There are no lessons that can be used on this computer. Ask staff to run: tutor pack list")
    return Session(home, roster, learner, packs[0], Sandbox(home.sandbox))


class Session:
    """What a learner does between signing in and signing out. Safe to use from the screen's thread and one other."""

    def __init__(self, home: Home, roster: Roster, learner: Learner, pack: Pack, sandbox: Sandbox) -> None:
        """Open the learner's record; raises `SyncError` if it is in use or damaged."""
        folder: Path = roster.learner_folder(learner.id)
        self.home, self.learner, self.pack, self.sandbox = home, learner, pack, sandbox
        self.cards: Sequence[Card] = cards_of(pack)
        self._journal = Journal.open(folder, learner.id)
        self._drafts = Drafts(folder)
        self._writing = threading.Lock()
        self._hints: dict[str, int] = {}
        self._last_typed: dict[str, tuple[str, tuple[int, int]]] = {}
        self._keeper = DraftKeeper(self._drafts)
        self._read = set(self._journal.progress().pages)
        self.card = self._find(self._drafts.place())

    def _find(self, place: object) -> Card:
        """The card a learner left, or the start of its lesson if the pack has changed, or the first card."""
        wanted = str(place.get("card", "")) if isinstance(place, dict) else ""
        for card in self.cards:
            if card.id == wanted:
                return card
        for card in self.cards:
            if wanted.startswith(card.lesson.id + "/"):
                return card
        return self.cards[0]

    def close(self) -> None:
        """Save what is not saved yet and let go of the record. May raise `SyncError`; the record is let go anyway."""
        self.sandbox.close()
        try:
            self._keeper.close()
        finally:
            with self._writing:
                self._journal.close()

    def go(self, card: Card) -> None:
        """Stand on a card from now on. Raises `SyncError` if the place can't be saved; the learner moves all the same."""
        self.card = card
        with self._writing:
            self._drafts.save_place({"card": card.id})

    def step(self, by: int) -> Card | None:
        """The card so many places further (or back); None past either end."""
        at = self.cards.index(self.card) + by
        return self.cards[at] if 0 <= at < len(self.cards) else None

    def lesson_start(self, lesson: Lesson) -> Card:
        """The first card of a lesson."""
        return next(card for card in self.cards if card.lesson is lesson)

    def read(self, card: Card) -> None:
        """Record that a page's screen was read, once."""
        if isinstance(card.what, Page) and card.id not in self._read:
            self._append(PageRead(card.id))
            self._read.add(card.id)

    def draft(self, exercise: Exercise) -> tuple[str, tuple[int, int]]:
        """The learner's half-written program and where the cursor was; the starter if there is none."""
        kept = self._keeper.waiting(exercise.id) or self._drafts.load(exercise.id)
        return (kept.code, kept.cursor) if kept else (exercise.starter, (0, 0))

    def draft_now(self, exercise: Exercise) -> tuple[str, tuple[int, int]] | None:
        """What was last typed here and handed to `typed`; None if nothing was since signing in."""
        return self._last_typed.get(exercise.id)

    def typed(self, exercise: Exercise, code: str, cursor: tuple[int, int]) -> None:
        """Keep what is typed: on the disk within `SAVE_AFTER` seconds."""
        self._last_typed[exercise.id] = (code, cursor)
        self._keeper.keep(Draft(exercise.id, code, cursor))

    @property
    def save_trouble(self) -> str:
        """Why the last typing is not on the disk; "" if it is, or soon will be."""
        return self._keeper.trouble

    def check(self, exercise: Exercise, code: str) -> tuple[GradeReport, str]:
        """Grade an answer and save the result; the second part says why it is not saved, or is "".

        Raises `SandboxError`.
        """
        report = grade(self.sandbox, Submission(exercise, code))
        attempt = Attempt(
            exercise=exercise.id,
            kind=exercise.kind,
            pack_version=f"{self.pack.id}@{self.pack.version}",
            verdict=report.verdict.word,
            checks_passed=report.passed_count,
            checks_total=len(report.results),
            code=code,
            hints=self._hints_open(exercise),
            seconds=report.seconds,
            practice=report.practice,
        )
        try:
            self._append(attempt)
        except SyncError as error:
            return report, str(error)
        return report, ""

    def hints(self, exercise: Exercise, *, one_more: bool) -> tuple[str, ...]:
        """The hints that are open; with `one_more`, the next one is opened and recorded."""
        open_now = self._hints_open(exercise)
        if one_more and open_now < len(exercise.hints):
            open_now += 1
            self._append(HintTaken(exercise.id, open_now))
            self._hints[exercise.id] = open_now
        return exercise.hints[:open_now]

    def _hints_open(self, exercise: Exercise) -> int:
        if exercise.id not in self._hints:
            self._hints[exercise.id] = min(self.progress().of(exercise.id).hints, len(exercise.hints))
        return self._hints[exercise.id]

    def progress(self) -> Progress:
        """How far the learner has come."""
        with self._writing:
            return self._journal.progress()

    def passed(self) -> set[str]:
        """The ids of all exercises that have passed."""
        return set(self.progress().passed)

    def is_done(self, card: Card, passed: set[str]) -> bool:
        """Whether a card is behind the learner: read, or passed."""
        return card.id in passed if isinstance(card.what, Exercise) else card.id in self._read

    def lesson_count(self, lesson: Lesson, passed: set[str]) -> tuple[int, int]:
        """How many of a lesson's cards are done, and how many it has."""
        cards = [card for card in self.cards if card.lesson is lesson]
        return sum(self.is_done(card, passed) for card in cards), len(cards)

    def _append(self, what: Attempt | HintTaken | PageRead) -> None:
        with self._writing:
            self._journal.append(what)


class DraftKeeper:
    """Saves the newest draft a moment after it was typed, in a thread of its own, so that no key waits for the disk."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts
        self._newest: dict[str, Draft] = {}
        self._changed = threading.Condition()
        self._closing = False
        self.trouble = ""
        self._thread = threading.Thread(target=self._work, name="drafts", daemon=True)
        self._thread.start()

    def keep(self, draft: Draft) -> None:
        """Remember a draft and have it saved soon."""
        with self._changed:
            self._newest[draft.exercise] = draft
            self._changed.notify()

    def waiting(self, exercise: str) -> Draft | None:
        """A draft that is not on the disk yet."""
        with self._changed:
            return self._newest.get(exercise)

    def close(self) -> None:
        """Save what waits. Raises `SyncError` if it can't be saved."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join()
        self._save()
        if self.trouble:
            raise SyncError(self.trouble)

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._closing or self._newest)
                if self._closing:
                    return
                self._changed.wait_for(lambda: self._closing, timeout=SAVE_AFTER / 2)
            self._save()
            if self.trouble:
                with self._changed:
                    self._changed.wait_for(lambda: self._closing, timeout=3.0)

    def _save(self) -> None:
        with self._changed:
            waiting = dict(self._newest)
        trouble = ""
        for exercise, draft in waiting.items():
            try:
                self._drafts.save(exercise, draft.code, draft.cursor)
            except SyncError as error:
                trouble = str(error)
                continue
            with self._changed:
                if self._newest.get(exercise) is draft:
                    del self._newest[exercise]
        self.trouble = trouble
