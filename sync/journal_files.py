"""The files of one journal: naming them, reading their whole lines, mending what a power cut left."""

from __future__ import annotations

import contextlib
import io
import os
import re
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from .chain import Line, Position, chained, is_torn, start_of, whole_lines
from .durable import free_name, keep_aside, open_plain, sync_folder, write_all, write_new, write_whole
from .errors import SyncError
from .events import MAX_CODE, MAX_LINE, Attempt, Event, code_bytes, decode, decode_header, encode_header, is_id
from .sealed import fingerprint, read_sealed, write_sealed
from .view import Applied

OWN = "own.json"
FIRST = "attempts.jnl"
CODE = "code"
_BODY = 33
"""Bytes of a line before its JSON: the chain and a space."""
_JOURNAL_FILE = re.compile(r"attempts(?:-[0-9a-f]{32})?\.jnl")


@dataclass(frozen=True, slots=True)
class JournalFile:
    """One journal of a learner, and the file it is in."""

    path: Path
    journal: str
    """The journal's id."""
    learner: str
    """The learner's id."""


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """The part of a journal that its writer has answered for."""

    journal: str
    learner: str
    lines: bytes
    """The whole lines from the heading on, verbatim."""
    end: Position
    programs: frozenset[str]
    """SHA-256 of the programs of its attempts."""
    is_damaged: bool
    """Whether more follows that can't be read."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """What opening found in a journal's file."""

    end: Position
    """Behind the last whole line."""
    anchor: Position
    """Before that line."""


def journal_paths(folder: Path) -> list[Path]:
    """Every journal file in a learner's folder, the first one first."""
    found = [path for path in folder.iterdir() if _JOURNAL_FILE.fullmatch(path.name)]
    return sorted(found, key=lambda path: (path.name != FIRST, path.name))


def file_of(folder: Path, learner: str, own: list[str], journal: str) -> JournalFile:
    """The file of a journal: the first has the plain name, the others carry their id."""
    name = FIRST if journal == own[0] else f"attempts-{journal}.jnl"
    return JournalFile(folder / name, journal, learner)


def read_own(folder: Path, learner: str) -> list[str]:
    """The learner's journals, oldest first; the last is the one to write to.

    Where `own.json` is missing or damaged, the files tell, and the last is a new one. Raises OSError,
    and SyncError when the folder is another learner's.
    """
    path = folder / OWN
    try:
        own = read_sealed(path)
        journals = own["journals"]
        if own["learner"] != learner:
            raise SyncError(_of_another(path))
        if journals and all(is_id(journal) for journal in journals):
            return list(journals)
    except FileNotFoundError:
        return [*_found(folder), secrets.token_hex(16)]
    except (ValueError, KeyError, TypeError):
        pass
    keep_aside(path, "damaged")
    return [*_found(folder), secrets.token_hex(16)]


def _found(folder: Path) -> list[str]:
    """The journals of a folder by the headings of their files; one without a heading is given a new id."""
    paths = journal_paths(folder)
    if paths and paths[0].name != FIRST:
        paths.insert(0, folder / FIRST)
    return [heading_of(path) or secrets.token_hex(16) for path in paths]


def heading_of(path: Path) -> str | None:
    """The id of the journal in a file; None when the file is missing or has no whole heading."""
    try:
        with os.fdopen(open_plain(path, os.O_RDONLY), "rb") as file:
            return decode_header(file.readline(MAX_LINE)[_BODY:])[0]
    except (FileNotFoundError, SyncError):
        return None


def write_own(folder: Path, learner: str, journals: list[str]) -> None:
    """Writes down which journals a learner has on this computer; raises OSError."""
    write_sealed(folder / OWN, {"learner": learner, "journals": journals})


def create_journal(file: JournalFile) -> tuple[int, Position]:
    """Starts a journal's file; returns a descriptor to append with, and the position behind the heading.

    A file of that name without a whole heading holds nothing that was ever acknowledged.
    """
    line, end = chained(encode_header(file.journal, file.learner), start_of(file.journal))
    write_new(file.path, line)
    sync_folder(file.path.parent)
    return open_plain(file.path, os.O_WRONLY | os.O_APPEND), end


def append_line(descriptor: int, line: bytes) -> None:
    """Appends one line and returns when the disk has it; raises OSError."""
    write_all(descriptor, line)
    os.fsync(descriptor)


def events_in(file: JournalFile, end: Position) -> Iterator[Event]:
    """The events of a journal up to a position behind a whole line; raises SyncError when one is damaged."""
    at = start_of(file.journal)
    with os.fdopen(open_plain(file.path, os.O_RDONLY), "rb") as stream:
        for line in whole_lines(_lines(stream), at):
            at = line.end
            if at.seq > 0:
                yield decode(line.body, file.journal, file.learner, at.seq)
            if at == end:
                return
    raise SyncError(_damaged(file.path, at))


def recover(file: JournalFile, after: Position, known: int, count: Callable[[Event], None]) -> Recovered | None:
    """Reads a journal's lines behind `after`, gives their events to `count`, and mends a torn end.

    `known` is the byte up to which the file was once seen whole. None: there is no heading, so the
    file never held anything. Raises SyncError when a line that was complete is damaged, and OSError.
    """
    try:
        descriptor = open_plain(file.path, os.O_RDWR)
    except FileNotFoundError:
        return None
    with os.fdopen(descriptor, "r+b") as stream:
        # What was found here may be in memory only, left by a process that was stopped.
        os.fsync(descriptor)
        stream.seek(after.offset)
        anchor, end = after, after
        for line in whole_lines(_lines(stream), after):
            _take(line, file, count)
            anchor, end = end, line.end
        stream.seek(end.offset)
        rest = stream.read()
        if rest and (end.offset < known or not is_torn(rest)):
            raise SyncError(_damaged(file.path, end))
        if rest:
            _cut_torn_end(file.path, descriptor, rest, end)
    return Recovered(end, anchor) if end.seq >= 0 else None


def acknowledged(path: Path) -> Acknowledged | None:
    """What a journal's file holds, for reading beside the process that writes it; raises OSError.

    None: it has no whole heading yet. Everything returned is on the disk, not in memory only.
    """
    with os.fdopen(open_plain(path, os.O_RDWR), "r+b") as stream:
        size = os.fstat(stream.fileno()).st_size
        os.fsync(stream.fileno())
        content = stream.read(size)
    try:
        journal, learner = decode_header(content[_BODY : content.find(b"\n")])
    except SyncError:
        return None
    end, programs = start_of(journal), set()
    with contextlib.suppress(SyncError):
        for line in whole_lines(_lines(io.BytesIO(content)), end):
            if line.end.seq > 0:
                what = decode(line.body, journal, learner, line.end.seq).what
                programs.add(what.code_sha256 if isinstance(what, Attempt) else "")
            end = line.end
    lines, rest = content[: end.offset], content[end.offset :]
    return Acknowledged(journal, learner, lines, end, frozenset(programs - {""}), not is_torn(rest))


def keep_code(folder: Path, code: str) -> None:
    """Writes a program to `code/<sha256>.py` and returns when the disk has it; raises OSError."""
    content = code_bytes(code)
    path = folder / CODE / f"{fingerprint(content)}.py"
    if stored_code(path) is None:
        write_whole(path, content)


def stored_code(path: Path) -> bytes | None:
    """The program in a file named by its SHA-256; None when it is missing or not what its name says."""
    try:
        with os.fdopen(open_plain(path, os.O_RDONLY), "rb") as file:
            content = file.read(MAX_CODE + 1)
    except FileNotFoundError:
        return None
    return content if fingerprint(content) == path.stem else None


def whole_part(file: JournalFile) -> tuple[Position, bytes]:
    """Where the whole lines of a journal end, and the bytes behind them; raises OSError."""
    with os.fdopen(open_plain(file.path, os.O_RDONLY), "rb") as stream:
        end = start_of(file.journal)
        for line in whole_lines(_lines(stream), end):
            end = line.end
        stream.seek(end.offset)
        return end, stream.read()


def cut_damage(path: Path, end: Position) -> Path:
    """Keeps a copy of a damaged journal as `<file>.damaged-<n>`, leaves its whole lines, returns the copy."""
    content = path.read_bytes()
    copy = free_name(path, "damaged")
    write_new(copy, content)
    write_whole(path, content[: end.offset])
    return copy


def still_there(file: JournalFile, applied: Applied) -> bool:
    """Whether the last line that a view has counted is still where it was, the same."""
    try:
        with os.fdopen(open_plain(file.path, os.O_RDONLY), "rb") as stream:
            stream.seek(applied.anchor.offset)
            line = next(whole_lines(_lines(stream), applied.anchor), None)
            return line is not None and line.end == applied.end
    except FileNotFoundError:
        return False


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    while line := stream.readline(MAX_LINE + 1):
        yield line


def _take(line: Line, file: JournalFile, count: Callable[[Event], None]) -> None:
    if line.end.seq > 0:
        count(decode(line.body, file.journal, file.learner, line.end.seq))
    elif decode_header(line.body) != (file.journal, file.learner):
        raise SyncError(_of_another(file.path))


def _cut_torn_end(path: Path, descriptor: int, rest: bytes, end: Position) -> None:
    write_new(free_name(path.with_suffix(""), "torn"), rest)
    sync_folder(path.parent)
    os.ftruncate(descriptor, end.offset)
    os.fsync(descriptor)


def _of_another(path: Path) -> str:
    return (
        f"The file {path} belongs to another learner. Nothing was changed. Ask staff to put the folder back as it was."
    )


def _damaged(path: Path, end: Position) -> str:
    return (
        f"The record {path} is damaged in line {end.seq + 2}. Nothing was deleted, and what comes before "
        "that line is whole. Tell staff: they can set the damaged part aside so that you can go on."
    )
