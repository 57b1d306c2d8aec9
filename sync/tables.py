"""A TinyDB file that is written whole and knows whether it is whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tinydb import Storage

from .durable import read_plain, write_whole
from .sealed import FORMAT, canonical, fingerprint, parse_object

ABOUT = "about"
"""The table with the file's format and checksum."""
_LIMIT = 64 * 1024 * 1024

Tables = dict[str, dict[str, Any]]


class WholeFile(Storage):
    """A TinyDB storage: each write is a new file, synced and renamed over the old one.

    A stock `TinyDB(path)` opens the file too, but leaves its checksum behind when it writes.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Tables | None:
        """The tables, None when there is no file yet; raises ValueError when it is damaged, or OSError."""
        try:
            tables = parse_object(read_plain(self._path, _LIMIT))
        except FileNotFoundError:
            return None
        about = tables.pop(ABOUT, None)
        if about != _about(tables):
            raise ValueError("damaged")
        return tables

    def write(self, data: Tables) -> None:
        """Writes the tables; raises OSError."""
        tables = {name: table for name, table in data.items() if name != ABOUT}
        write_whole(self._path, canonical({**tables, ABOUT: _about(tables)}))


def _about(tables: Tables) -> dict[str, dict[str, object]]:
    return {"1": {"format": FORMAT, "sha256": fingerprint(canonical(tables))}}
