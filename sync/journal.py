"""A learner's journal: what is acknowledged here is on the disk."""

from __future__ import annotations

import contextlib
import os
import secrets
import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from . import journal_files as files
from .chain import chained, start_of
from .durable import make_folder, open_plain, plain_words, said_plainly, sync_folder
from .errors import SyncError
from .events import MAX_CODE, Attempt, Event, What, code_bytes, encode, is_id
from .locking import Lock
from .progress import Progress, Tally
from .view import Applied, View, save_view, saved_views

SNAPSHOT_EVERY = 500
"""Events between two snapshots of the view."""

JOURNAL_FULL = 200_000
"""Events in one journal before the next one starts, so that head office can read each at one go."""

_BUSY = "This learner's record is open in another window. Close that window, then sign in again. Nothing was changed."
_NOT_OPENED = "The learner's record was not opened."
_NOT_KEPT = "Your last step is not kept yet."
_NO_VIEW = "The summary of the record was not written; the record itself is whole."


@dataclass(frozen=True, slots=True)
class _Record:
    """Something to keep, with the identity it has however often writing it is tried."""

    id: str
    at: int
    what: What


class Journal:
    """The record of one learner on this computer; one process writes it at a time.

    `append` returns when the disk has the event. When it raises, the event waits in memory and the
    next `append`, or `close`, writes it again under the same id to a new file.
    """

    def __init__(self, folder: Path, learner: str, lock: Lock) -> None:
        self.folder = folder
        self.learner = learner
        self.notes: list[str] = []
        """What staff should know about the files, one sentence each."""
        self._lock = lock
        self._turn = threading.Lock()
        self._tally = Tally()
        self._applied: dict[str, Applied] = {}
        self._descriptor: int | None = None
        self._waiting: list[_Record] = []
        self._since_snapshot = 0
        self._own = files.read_own(folder, learner)
        self._load()

    @classmethod
    def open(cls, folder: Path, learner: str) -> Journal:
        """Opens the record in a learner's folder, or starts one; mends what a power cut left.

        Raises Busy when another process has it open, and SyncError when a line in it is damaged or
        the disk does not take part.
        """
        if not is_id(learner):
            raise SyncError("A learner's id is 32 hex digits. Take it from the roster.")
        with said_plainly(_NOT_OPENED):
            make_folder(folder)
            lock = Lock(folder / "lock", _BUSY)
            try:
                return cls(folder, learner, lock)
            except BaseException:
                lock.release()
                raise

    def append(self, what: What) -> Event:
        """Keeps something the learner did; returns when it is on the disk.

        Raises SyncError when it is not kept yet. Giving the same thing again is trying again, and
        counts once.
        """
        with self._turn:
            self._must_be_open()
            _must_fit(what)
            record = next((each for each in self._waiting if each.what == what), None)
            if record is None:
                record = _Record(secrets.token_hex(16), int(time.time()), what)
                encode(Event(record.id, "", 1, record.at, self.learner, what))
                self._waiting.append(record)
            return self._write_waiting()[record.id]

    def events(self) -> Iterator[Event]:
        """Every event kept here, each once, journal by journal in the order they were started."""
        seen: set[str] = set()
        for journal in list(self._applied):
            with said_plainly("The learner's record was not read to its end."):
                for event in files.events_in(self._file(journal), self._applied[journal].end):
                    if event.id not in seen:
                        seen.add(event.id)
                        yield event

    def progress(self) -> Progress:
        """How far the learner has come; answered from memory."""
        return self._tally.progress()

    def code_of(self, attempt: Attempt) -> str | None:
        """The program of an attempt read back from here; None when its file is missing or damaged."""
        if not attempt.code_sha256:
            return attempt.code
        with said_plainly("The program was not read."):
            content = files.stored_code(self.folder / files.CODE / f"{attempt.code_sha256}.py")
        return None if content is None else content.decode("utf-8", "surrogatepass")

    def snapshot(self) -> None:
        """Writes the TinyDB view, so that the next opening reads only what comes after; raises SyncError."""
        with self._turn:
            self._must_be_open()
            self._snapshot()

    def close(self) -> None:
        """Writes what waits, then the view, and lets others in; a second call does nothing.

        Raises SyncError, after letting others in, when something is still not kept.
        """
        with self._turn:
            try:
                if self._lock.held:
                    self._write_waiting()
                    with contextlib.suppress(SyncError):
                        self._snapshot()
            finally:
                self._drop_descriptor()
                self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _file(self, journal: str) -> files.JournalFile:
        return files.file_of(self.folder, self.learner, self._own, journal)

    def _load(self) -> None:
        code = self.folder / files.CODE
        make_folder(code)
        sync_folder(code)
        views = list(saved_views(self.folder))
        if not any(self._goes_on_from(view) for view in views):
            self._rebuild(views)
        current = self._own[-1]
        if current in self._applied:
            self._descriptor = open_plain(self._file(current).path, os.O_WRONLY | os.O_APPEND)
        else:
            self._start()

    def _goes_on_from(self, view: View) -> bool:
        """Takes up a view and reads what was written since; False when it does not fit the files."""
        for journal in self._own:
            file = self._file(journal)
            applied = view.applied.get(journal)
            if applied is None or not files.still_there(file, applied):
                return False
            # A line behind the end of an older journal may be one that was written again elsewhere.
            if journal != self._own[-1] and file.path.stat().st_size != applied.end.offset:
                return False
        tally, current = view.tally(), self._own[-1]
        known = view.applied[current]
        found = files.recover(self._file(current), known.end, known.end.offset, tally.add)
        self._applied = {journal: view.applied[journal] for journal in self._own}
        if found and found.end != known.end:
            self._applied[current] = Applied(found.end, found.anchor)
        self._tally = tally
        return True

    def _rebuild(self, views: Iterable[View]) -> None:
        """Reads every journal from its start."""
        tally, seen = Tally(), set[str]()

        def count(event: Event) -> None:
            if event.id not in seen:
                seen.add(event.id)
                tally.add(event)

        for journal in self._own:
            file = self._file(journal)
            known = max((view.applied[journal].end.offset for view in views if journal in view.applied), default=0)
            found = files.recover(file, start_of(journal), known, count)
            if found is not None:
                self._applied[journal] = Applied(found.end, found.anchor)
            if known > (found.end.offset if found else 0):
                self.notes.append(_shorter(file.path))
                if journal == self._own[-1]:
                    # Appending here would give one sequence number two meanings.
                    self._own.append(secrets.token_hex(16))
                    break
        self._tally = tally

    def _ready(self) -> int:
        """A descriptor to append with: of a new journal where there is none, or it is full. Raises OSError."""
        if self._descriptor is not None and self._applied[self._own[-1]].end.seq < JOURNAL_FULL:
            return self._descriptor
        self._drop_descriptor()
        return self._start()

    def _start(self) -> int:
        """Starts the journal to write to, listed in `own.json` before its file exists."""
        if self._own[-1] in self._applied:
            self._own.append(secrets.token_hex(16))
        journal = self._own[-1]
        files.write_own(self.folder, self.learner, self._own)
        self._descriptor, end = files.create_journal(self._file(journal))
        self._applied[journal] = Applied(end, start_of(journal))
        return self._descriptor

    def _write_waiting(self) -> dict[str, Event]:
        """Writes what waits, oldest first; returns the events by id."""
        kept = {}
        while self._waiting:
            record = self._waiting[0]
            with said_plainly(_NOT_KEPT):
                if isinstance(record.what, Attempt) and record.what.code:
                    files.keep_code(self.folder, record.what.code)
                descriptor = self._ready()
            kept[record.id] = self._write(record, descriptor)
        if self._since_snapshot >= SNAPSHOT_EVERY:
            with contextlib.suppress(SyncError):
                self._snapshot()
        return kept

    def _write(self, record: _Record, descriptor: int) -> Event:
        journal = self._own[-1]
        before = self._applied[journal].end
        event = Event(record.id, journal, before.seq + 1, record.at, self.learner, record.what)
        line, end = chained(encode(event), before)
        try:
            files.append_line(descriptor, line)
            self._applied[journal] = Applied(end, before)
        except BaseException as error:
            # Whatever stopped the write, the file may now end in part of a line, or the system may have
            # dropped bytes it calls written: nothing may follow in this file.
            self._drop_descriptor()
            if isinstance(error, OSError):
                raise SyncError(plain_words(error, _NOT_KEPT)) from error
            raise
        self._waiting.remove(record)
        self._tally.add(event)
        self._since_snapshot += 1
        return event

    def _snapshot(self) -> None:
        with said_plainly(_NO_VIEW):
            save_view(self.folder, self._tally, self._applied)
            self._since_snapshot = 0

    def _drop_descriptor(self) -> None:
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            with contextlib.suppress(OSError):
                os.close(descriptor)

    def _must_be_open(self) -> None:
        if not self._lock.held:
            raise SyncError("This record is closed. Sign in again to go on.")


def set_aside(folder: Path) -> list[Path]:
    """Lets a learner go on whose record is damaged, and returns the copies kept of the damaged files.

    The whole lines before the damage stay and count; new work goes to a new file. Raises Busy and SyncError.
    """
    with said_plainly("The damaged record was not set aside."), Lock(folder / "lock", _BUSY):
        own = files.read_own(folder, folder.name)
        found = [files.file_of(folder, folder.name, own, journal) for journal in own]
        parts = {file.path: files.whole_part(file) for file in found if file.path.exists()}
        damaged = {path: end for path, (end, rest) in parts.items() if rest}
        if found[-1].path in damaged:
            own.append(secrets.token_hex(16))
        files.write_own(folder, folder.name, own)
        return [files.cut_damage(path, end) for path, end in damaged.items()]


def _must_fit(what: What) -> None:
    if not isinstance(what, Attempt):
        return
    if what.code_sha256 and not what.code:
        raise SyncError("An attempt can't be kept without its program. Give the program's text as `code`.")
    if len(code_bytes(what.code)) > MAX_CODE:
        raise SyncError(
            f"This program has more than {MAX_CODE // 1024} KiB, which is more than the tutor keeps. "
            "Make it shorter, then check it again."
        )


def _shorter(path: Path) -> str:
    return (
        f"The record {path} is shorter than it once was. New work goes to a new file; "
        "what is missing may be on a stick or at head office."
    )
