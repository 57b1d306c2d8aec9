"""The lines of a journal, each chained to the one before it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .events import MAX_LINE

_HEX = 32
_LINE_START = re.compile(rb"[0-9a-f]{32} \{")


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a journal: after which line, with which chain, at which byte."""

    seq: int
    """The line's sequence number; the heading is 0, and -1 is before it."""
    chain: str
    """The line's chain, 32 hex digits."""
    offset: int
    """Bytes from the start of the file to the end of the line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line whose chain holds."""

    body: bytes
    """Its JSON."""
    end: Position


def start_of(journal: str) -> Position:
    """The place before a journal's first line; the journal's id is part of every chain."""
    return Position(-1, hashlib.sha256(b"tutor-journal/1" + journal.encode("ascii")).hexdigest()[:_HEX], 0)


def chained(body: bytes, after: Position) -> tuple[bytes, Position]:
    """The line, line end included, that carries `body` after a position, and the position behind it."""
    chain = hashlib.sha256(bytes.fromhex(after.chain) + body).hexdigest()[:_HEX]
    line = chain.encode("ascii") + b" " + body + b"\n"
    return line, Position(after.seq + 1, chain, after.offset + len(line))


def whole_lines(lines: Iterable[bytes], after: Position) -> Iterator[Line]:
    """Each line whose chain holds, up to the first that doesn't; the rest is for the caller to judge."""
    for line in lines:
        body = line[_HEX + 1 : -1]
        expected, end = chained(body, after)
        if line != expected or len(line) > MAX_LINE:
            return
        yield Line(body, end)
        after = end


def is_torn(rest: bytes) -> bool:
    """Whether the bytes behind the last whole line can be one unfinished line, as a power cut leaves it.

    Anything in which a second line starts or ends was written after a line that was complete.
    """
    return b"\n" not in rest[:-1] and _LINE_START.search(rest, 1) is None
