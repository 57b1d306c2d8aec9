"""The private place for the files of one job: bounded in size, and gone afterwards."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
import threading
from collections.abc import Mapping

from ..clearing import take_away_folder

MAX_BYTES = 8 * 1024 * 1024
"""Bytes that a program may keep in files."""

MAX_FILES = 400
"""Files and folders that a program may make."""

WORK, TESTS = "work", "tests"


class Folder:
    """Two folders of one instance: `work`, where its program reads and writes, and `tests`, which it can't change."""

    def __init__(self, root: str, work: str | None = None) -> None:
        """Both are made below `root`, unless `work` is the place of another instance that this one shares."""
        self.path = tempfile.mkdtemp(dir=root)
        self._places = {WORK: work or os.path.join(self.path, WORK), TESTS: os.path.join(self.path, TESTS)}
        for place in self._places.values():
            os.makedirs(place, 0o700, exist_ok=True)

    def inside(self, part: str) -> str:
        """The path of one of the two."""
        return self._places[part]

    def lay_out(self, part: str, files: Mapping[str, str]) -> None:
        """Write the files that a job brings, by their names with `/`."""
        for name, text in files.items():
            place = os.path.join(self.inside(part), *name.split("/"))
            os.makedirs(os.path.dirname(place), exist_ok=True)
            with open(place, "w", encoding="utf-8", newline="") as file:
                file.write(text)

    def is_over(self) -> bool:
        """Whether there is more in it than may be. What can't be looked at, as it is too deep, counts as too much."""
        try:
            return _is_over(self.inside(WORK))
        except FileNotFoundError:
            return False
        except OSError:
            return True

    def remove(self) -> None:
        """Take it away with all that is in it, however deep."""
        take_away_folder(self.path)


def _is_over(top: str) -> bool:
    size, count = _unlinked_bytes(), 0
    waiting = [top]
    while waiting:
        # What is moved away while it is looked at is counted where it went, now or in the next look.
        with contextlib.suppress(FileNotFoundError), os.scandir(waiting.pop()) as entries:
            for entry in entries:
                with contextlib.suppress(FileNotFoundError):
                    size += _bytes_of(entry.stat(follow_symlinks=False))
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                count += 1
                if size > MAX_BYTES or count > MAX_FILES:
                    return True
    return size > MAX_BYTES


def _bytes_of(facts: os.stat_result) -> int:
    return max(facts.st_size, getattr(facts, "st_blocks", 0) * 512)


try:
    # Opened here, as behind its walls the worker can list no folder but those of programs.
    _OPEN_FILES = os.open("/proc/self/fd", os.O_RDONLY)
except OSError:
    _OPEN_FILES = -1
_LISTING = threading.Lock()
"""Two who list it at once would each get a half."""


def open_files() -> list[int]:
    """The numbers of all files that this process has open; none where that can't be told."""
    if _OPEN_FILES < 0:
        return []
    with contextlib.suppress(OSError), _LISTING:
        return [int(name) for name in os.listdir(_OPEN_FILES)]
    return []


def _unlinked_bytes() -> int:
    """Bytes of files that are open but have no name any more: a program's own, as nothing else here does that."""
    size = 0
    for number in open_files():
        with contextlib.suppress(OSError):
            facts = os.fstat(number) if number > 2 else None
            if facts and stat.S_ISREG(facts.st_mode) and facts.st_nlink == 0:
                size += _bytes_of(facts)
    return size
