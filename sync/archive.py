"""The part of the tar format that bundles use: regular files, short names, no owner, no time.

Stock tar reads it. Reading accepts a header only when it is, byte for byte, the one that writing
makes for that name and size, so there is no link, no folder, no long name and no second meaning.
Source: POSIX.1-1988 "ustar", IEEE Std 1003.1 pax, section "ustar Interchange Format".
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

BLOCK = 512
END = bytes(2 * BLOCK)
MAX_MEMBERS = 100_000
_SUM = slice(148, 156)
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)?")
_MAX_NAME = 100
_MAX_SIZE = 8**11 - 1


class CutShortError(ValueError):
    """The archive ends before it should."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive."""

    name: str
    offset: int
    """Bytes from the start of the archive to the file's first byte."""
    size: int
    """Bytes."""


def header_for(name: str, size: int) -> bytes:
    """The 512 bytes before a file of this name and size; raises ValueError for a name bundles don't have."""
    if not _NAME.fullmatch(name) or len(name) > _MAX_NAME or not 0 <= size <= _MAX_SIZE:
        raise ValueError("name or size")
    header = bytearray(BLOCK)
    header[0 : len(name)] = name.encode("ascii")
    header[100:148] = b"0000644\0" + b"0000000\0" * 2 + b"%011o\0" % size + b"%011o\0" % 0
    header[_SUM] = b" " * 8
    header[156:157] = b"0"
    header[257:265] = b"ustar\x0000"
    header[329:345] = b"0000000\0" * 2
    header[_SUM] = b"%06o\0 " % sum(header)
    return bytes(header)


def padding_for(size: int) -> bytes:
    """The zeros that fill a file's last block."""
    return bytes(-size % BLOCK)


def members_of(stream: BinaryIO) -> Iterator[Member]:
    """The files in an archive, in order; raises CutShortError, and ValueError for what writing would not make."""
    whole = os.fstat(stream.fileno()).st_size
    offset = 0
    for _ in range(MAX_MEMBERS + 1):
        stream.seek(offset)
        header = stream.read(BLOCK)
        if len(header) < BLOCK:
            raise CutShortError
        if header == bytes(BLOCK):
            _must_end(stream, offset, whole)
            return
        name, size = header[:_MAX_NAME].rstrip(b"\0"), header[124:135]
        if not re.fullmatch(rb"[0-7]{11}", size) or header != header_for(name.decode("ascii"), int(size, 8)):
            raise ValueError("header")
        member = Member(name.decode("ascii"), offset + BLOCK, int(size, 8))
        padding = padding_for(member.size)
        offset = member.offset + member.size + len(padding)
        if offset > whole:
            raise CutShortError
        stream.seek(offset - len(padding))
        if stream.read(len(padding)) != padding:
            raise ValueError("padding")
        yield member
    raise ValueError("too many files")


def _must_end(stream: BinaryIO, offset: int, whole: int) -> None:
    if whole < offset + len(END):
        raise CutShortError
    stream.seek(offset)
    if whole > offset + len(END) or stream.read() != END:
        raise ValueError("more after the end")
