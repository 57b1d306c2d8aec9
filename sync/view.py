"""The TinyDB view of a learner's progress: a cache that the journals can always rebuild."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.storages import MemoryStorage
from tinydb.table import Document

from .chain import Position
from .durable import move_over
from .events import VERDICTS, is_id
from .progress import ExerciseProgress, Tally
from .tables import WholeFile

VIEW = "state.json"
OLDER_VIEW = "state.json.bak"


@dataclass(frozen=True, slots=True)
class Applied:
    """How much of one journal a view has counted."""

    end: Position
    """Behind the last line counted."""
    anchor: Position
    """Before that line, so that opening can read it once more and see that it is still the same."""


@dataclass(frozen=True, slots=True)
class View:
    """A view as it was saved."""

    exercises: tuple[ExerciseProgress, ...]
    pages: tuple[str, ...]
    events: int
    applied: Mapping[str, Applied]
    """By journal id."""

    def tally(self) -> Tally:
        """A tally that goes on where the view ends."""
        return Tally(self.exercises, self.pages, self.events)


def save_view(folder: Path, tally: Tally, applied: Mapping[str, Applied]) -> None:
    """Writes `state.json`, keeping the one before as `state.json.bak`; raises OSError."""
    progress = tally.progress()
    with TinyDB(storage=MemoryStorage) as tables:
        tables.table("progress").insert_multiple(
            {**asdict(each), "passed": each.passed} for each in progress.exercises.values()
        )
        tables.table("pages").insert_multiple({"page": page} for page in sorted(progress.pages))
        tables.table("applied").insert_multiple(_row(journal, each) for journal, each in applied.items())
        tables.table("count").insert({"events": progress.events})
        content = tables.storage.read() or {}
    path = folder / VIEW
    if path.exists():
        move_over(path, folder / OLDER_VIEW)
    WholeFile(path).write(content)


def saved_views(folder: Path) -> Iterable[View]:
    """The views found in a folder, newest first; one that is missing or damaged is passed over."""
    for name in (VIEW, OLDER_VIEW):
        try:
            tables = WholeFile(folder / name).read()
            if tables is not None:
                yield _view(tables)
        except (OSError, ValueError, KeyError, TypeError):
            continue


def _row(journal: str, applied: Applied) -> dict[str, object]:
    end, anchor = applied.end, applied.anchor
    return {
        "journal": journal,
        "seq": end.seq,
        "chain": end.chain,
        "offset": end.offset,
        "anchor": anchor.chain,
        "anchor_offset": anchor.offset,
    }


def _view(tables: dict[str, dict[str, Any]]) -> View:
    with TinyDB(storage=MemoryStorage) as database:
        database.storage.write(tables)
        exercises = tuple(_exercise(row) for row in database.table("progress"))
        pages = tuple(str(row["page"]) for row in database.table("pages"))
        applied = dict(_applied(row) for row in database.table("applied"))
        (count,) = database.table("count").all()
    return View(exercises, pages, int(count["events"]), applied)


def _exercise(row: Document) -> ExerciseProgress:
    if row["best"] not in ("", *VERDICTS):
        raise ValueError("best")
    return ExerciseProgress(str(row["exercise"]), int(row["attempts"]), row["best"], int(row["hints"]))


def _applied(row: Document) -> tuple[str, Applied]:
    if not (is_id(row["journal"]) and is_id(row["chain"]) and is_id(row["anchor"])):
        raise ValueError("applied")
    seq = int(row["seq"])
    end = Position(seq, row["chain"], int(row["offset"]))
    return row["journal"], Applied(end, Position(seq - 1, row["anchor"], int(row["anchor_offset"])))
