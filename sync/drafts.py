"""Half-written programs and the place a learner left off."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .durable import keep_aside, make_folder, said_plainly, sync_folder
from .errors import SyncError
from .events import MAX_CODE, code_bytes
from .sealed import fingerprint, read_sealed, write_sealed

_PLACE = "place.json"
_MAX_PLACE = 64


@dataclass(frozen=True, slots=True)
class Draft:
    """A program a learner is still writing."""

    exercise: str
    code: str
    cursor: tuple[int, int]
    """Row and column, both counted from 0."""


class Drafts:
    """The drafts in a learner's folder, one file each; what `save` has returned from is on the disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "drafts"
        self._turn = threading.Lock()

    def save(self, exercise: str, code: str, cursor: tuple[int, int] = (0, 0)) -> None:
        """Keeps the draft of an exercise in place of the one before; raises SyncError."""
        if len(code_bytes(code)) > MAX_CODE:
            raise SyncError(
                f"This program has more than {MAX_CODE // 1024} KiB, which is more than the tutor keeps. "
                "Make it shorter; the draft from before is still there."
            )
        self._write(self._path(exercise), {"exercise": exercise, "code": code, "cursor": list(cursor)})

    def load(self, exercise: str) -> Draft | None:
        """The draft of an exercise, None where there is none; a damaged one is kept aside. Raises SyncError."""
        path = self._path(exercise)
        value = self._read(path)
        match value:
            case None:
                return None
            case {"exercise": str(name), "code": str(code), "cursor": [int(row), int(column)]} if name == exercise:
                return Draft(exercise, code, (row, column))
        self._keep_aside(path)
        return None

    def discard(self, exercise: str) -> None:
        """Forgets the draft of an exercise, if there is one; raises SyncError."""
        with self._turn, said_plainly("The draft was not removed."), contextlib.suppress(FileNotFoundError):
            self._path(exercise).unlink()
            sync_folder(self.folder)

    def save_place(self, place: Mapping[str, str | int]) -> None:
        """Keeps where the learner is, for example the lesson and the page; raises SyncError."""
        if len(place) > _MAX_PLACE:
            raise SyncError(f"A place has at most {_MAX_PLACE} entries. Keep fewer.")
        self._write(self.folder / _PLACE, {"place": dict(place)})

    def place(self) -> dict[str, str | int]:
        """Where the learner was; empty where that is not known. Raises SyncError."""
        path = self.folder / _PLACE
        value = self._read(path)
        if value is None:
            return {}
        place = value.get("place")
        if isinstance(place, dict) and all(isinstance(each, str | int) for each in place.values()):
            return place
        self._keep_aside(path)
        return {}

    def _path(self, exercise: str) -> Path:
        return self.folder / f"{fingerprint(code_bytes(exercise))[:32]}.json"

    def _write(self, path: Path, value: dict[str, object]) -> None:
        with self._turn, said_plainly("The draft was not kept."):
            make_folder(self.folder)
            write_sealed(path, value)

    def _read(self, path: Path) -> dict[str, Any] | None:
        with said_plainly("The draft was not read."):
            try:
                return read_sealed(path)
            except FileNotFoundError:
                return None
            except ValueError:
                self._keep_aside(path)
                return None

    def _keep_aside(self, path: Path) -> None:
        with said_plainly("The damaged draft was not moved aside."):
            keep_aside(path, "damaged")
