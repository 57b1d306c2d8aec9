"""Read a file that a person wrote, and write down everything that needs mending in it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .problem import Problem

MAX_BYTES = 256 * 1024
"""Bytes; no text file of a pack is longer."""

NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""Names in a pack: small letters, digits, and single dashes between them."""


class Problems(list[Problem]):
    """The list that grows while a pack is read."""

    def note(self, path: Path, message: str, line: int | None = None) -> None:
        """Add one problem."""
        self.append(Problem(path, line, message))


def read_text(path: Path, problems: Problems) -> str | None:
    """The text of a file, with unix line ends; None and a problem if it can't be had."""
    try:
        if path.exists() and not path.is_file():
            problems.note(path, "This is not a plain file. Put a file here.")
            return None
        if path.is_symlink():
            problems.note(path, "This is a link to another file. Put the file itself here.")
            return None
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        problems.note(path, f"This file can't be read ({error.strerror}).")
        return None
    if len(content) > MAX_BYTES:
        problems.note(path, f"This file is longer than {MAX_BYTES // 1024} KiB. Make it shorter.")
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problems.note(path, "This line has letters that are not UTF-8. Save the file as UTF-8.", line)
        return None
    if "\0" in text:
        problems.note(path, "This file has an unseen zero byte in it. Save it again as plain text.")
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


class Table:
    """A table of a TOML file. Every key is asked for once; `finish` notes the ones nobody asked for."""

    def __init__(self, path: Path, entries: Mapping[str, Any], text: str, problems: Problems, start: int = 1) -> None:
        self._path, self._entries, self._text, self._problems = path, entries, text, problems
        self._start = start
        self._asked: set[str] = set()

    @classmethod
    def of_text(cls, path: Path, text: str, problems: Problems, start: int = 1) -> Table | None:
        """Parse TOML; `start` is the line of the file where it begins."""
        try:
            return cls(path, tomllib.loads(text), text, problems, start)
        except tomllib.TOMLDecodeError as error:
            found = re.search(r"at line (\d+)", str(error))
            line = int(found[1]) + start - 1 if found else None
            problems.note(path, f"This is not TOML: {str(error).split(' (at')[0]}.", line)
        except (ValueError, RecursionError):
            problems.note(path, "This file has a number that is too long, or too many brackets inside each other.")
        return None

    @classmethod
    def of_file(cls, path: Path, problems: Problems) -> Table | None:
        """Read and parse a TOML file."""
        text = read_text(path, problems)
        return None if text is None else cls.of_text(path, text, problems)

    def line(self, key: str) -> int | None:
        """The line of the file where a key is written."""
        found = re.search(rf"^[ \t]*{re.escape(key)}[ \t]*=", self._text, re.MULTILINE)
        return self._start + self._text.count("\n", 0, found.start()) if found else None

    def note(self, key: str, message: str) -> None:
        """Add a problem about one key."""
        self._problems.note(self._path, message, self.line(key) or self._start)

    def has(self, key: str) -> bool:
        """Whether the key is written at all."""
        return key in self._entries

    def text(self, key: str, *, required: bool = True, longest: int = 2000) -> str:
        """A text; "" if it is absent."""
        return str(self._one(key, str, "a text in quotes", required=required, absent="", longest=longest))

    def flag(self, key: str) -> bool:
        """Whether the key says true; absent means false."""
        return bool(self._one(key, bool, "true or false", required=False, absent=False))

    def number(self, key: str, *, required: bool = True) -> int:
        """A whole number; 0 if it is absent."""
        return int(self._one(key, int, "a whole number", required=required, absent=0))

    def _one(self, key: str, kind: type, said: str, *, required: bool, absent: Any, longest: int | None = None) -> Any:
        self._asked.add(key)
        if key not in self._entries:
            if required:
                self.note(key, f"`{key}` is missing. Add a line: {key} = ...")
            return absent
        value = self._entries[key]
        if type(value) is not kind:
            self.note(key, f"`{key}` must be {said}.")
            return absent
        if required and value == "":
            self.note(key, f"`{key}` is empty. Write something between the quotes.")
        if longest is not None and len(value) > longest:
            self.note(key, f"`{key}` is longer than {longest} letters. Make it shorter.")
        return value

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of texts; empty if it is absent."""
        self._asked.add(key)
        value = self._entries.get(key, [])
        if required and not value:
            self.note(key, f'`{key}` is missing. Add a line: {key} = ["..."]')
        if not isinstance(value, list) or not all(type(part) is str for part in value):
            self.note(key, f'`{key}` must be a list of texts, like ["one", "two"].')
            return ()
        return tuple(value)

    def tables(self, key: str) -> list[Table]:
        """The `[[key]]` tables, in order."""
        self._asked.add(key)
        value = self._entries.get(key, [])
        if not isinstance(value, list) or not all(isinstance(part, dict) for part in value):
            self.note(key, f"`{key}` must be written as [[{key}]] tables.")
            return []
        pieces = re.split(rf"^[ \t]*\[\[[ \t]*{re.escape(key)}[ \t]*\]\]", self._text, flags=re.MULTILINE)
        tables, line = [], self._start + pieces[0].count("\n")
        for part, piece in zip(value, pieces[1:] + [""] * len(value), strict=False):
            tables.append(Table(self._path, part, piece, self._problems, line))
            line += piece.count("\n")
        return tables

    def finish(self) -> None:
        """Note every key that nobody asked for."""
        for key in sorted(set(self._entries) - self._asked):
            self.note(key, f"`{key}` is not a word used here. Is it spelled as in the guide?")


def must_be_format_1(table: Table) -> None:
    """Note a `format` other than 1: a file of a later version of the tutor."""
    if table.number("format") not in (0, 1):
        table.note("format", "This file is of another format. This version of the tutor reads format = 1.")
