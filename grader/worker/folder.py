"""The private place for the files of one job: bounded in size, and gone afterwards."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping

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
        shutil.rmtree(self.path, ignore_errors=True)


def _is_over(top: str) -> bool:
    size = count = 0
    waiting = [top]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                facts = entry.stat(follow_symlinks=False)
                size += max(facts.st_size, getattr(facts, "st_blocks", 0) * 512)
                count += 1
                if size > MAX_BYTES or count > MAX_FILES:
                    return True
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
    return False
