"""Reading a bundle, every byte of which may be hostile."""

from __future__ import annotations

import hashlib
import os
import stat
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from .archive import CutShortError, Member, members_of
from .chain import Position, chained
from .durable import open_plain
from .errors import SyncError
from .events import MAX_CODE, MAX_LINE, decode, decode_header
from .manifest import MANIFEST, SUMS, Manifest, Packed, Part, read_manifest, sums_bytes

MAX_BUNDLE = 2 * 1024**3
"""Bytes of a bundle, and of all its files unpacked."""
MAX_JOURNAL = 256 * 1024**2
"""Bytes of one journal, unpacked."""

_MAX_MANIFEST = 32 * 1024**2
_CHUNK = 64 * 1024
_LEAD = 2
"""Files before those the manifest names: itself and the sums."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle whose every byte has been checked."""

    path: Path
    manifest: Manifest
    members: dict[str, Member]

    def lines(self, part: Part) -> Iterator[bytes]:
        """The journal's lines, line ends included; raises OSError."""
        with open_source(self.path) as stream:
            yield from _unzipped_lines(stream, self.members[part.file])

    def programs(self) -> Iterator[tuple[str, bytes]]:
        """File names and contents of the learners' programs; raises OSError."""
        with open_source(self.path) as stream:
            for name, member in self.members.items():
                if name.startswith("code/"):
                    stream.seek(member.offset)
                    yield name.removeprefix("code/"), stream.read(member.size)


def open_source(path: Path, called: str = "") -> BinaryIO:
    """Opens a regular file to read, never a link, a folder or a device; raises OSError and SyncError."""
    stream = os.fdopen(open_plain(path, os.O_RDONLY), "rb")
    about = os.fstat(stream.fileno())
    if not stat.S_ISREG(about.st_mode) or about.st_size > MAX_BUNDLE:
        stream.close()
        raise SyncError(_not_a_bundle(called or path.name))
    return stream


def read_bundle(path: Path, called: str = "") -> Bundle:
    """Opens a bundle and checks all of it; raises OSError, and SyncError with a sentence for staff.

    The sentence calls the file `called`, for a copy of a file that staff know by another name.
    """
    called = called or path.name
    with open_source(path, called) as stream:
        if os.fstat(stream.fileno()).st_size == 0:
            raise SyncError(f"{called} is empty. {_AGAIN}")
        try:
            members = _members(stream, called)
            manifest = _manifest(stream, members, called)
            _check_files(stream, members, manifest)
            _check_parts(stream, members, manifest)
        except CutShortError:
            raise SyncError(f"{called} is not whole: its end is missing. {_AGAIN}") from None
        except (ValueError, zlib.error):
            raise SyncError(f"{called} was changed or damaged after it was written. {_AGAIN}") from None
    return Bundle(path, manifest, members)


_AGAIN = "Nothing of it was merged; export it again and bring the new one."


def _not_a_bundle(called: str) -> str:
    return f"{called} is not a bundle of the tutor. Nothing of it was merged; look for a facility-tutor-….tar file."


def _members(stream: BinaryIO, called: str) -> dict[str, Member]:
    found: list[Member] = []
    try:
        found.extend(members_of(stream))
    except CutShortError:
        raise
    except ValueError:
        if not found:
            raise SyncError(_not_a_bundle(called)) from None
        raise
    members = {member.name: member for member in found}
    if len(members) < len(found) or list(members)[:_LEAD] != [MANIFEST, SUMS]:
        raise ValueError("order")
    return members


def _manifest(stream: BinaryIO, members: dict[str, Member], called: str) -> Manifest:
    try:
        manifest = read_manifest(_content(stream, members[MANIFEST], _MAX_MANIFEST))
    except SyncError as error:
        raise SyncError(f"{called} {error}") from None
    if [each.name for each in manifest.files] != list(members)[_LEAD:]:
        raise ValueError("files")
    if _content(stream, members[SUMS], _MAX_MANIFEST) != sums_bytes(manifest):
        raise ValueError("sums")
    return manifest


def _content(stream: BinaryIO, member: Member, limit: int) -> bytes:
    if member.size > limit:
        raise ValueError("size")
    stream.seek(member.offset)
    return stream.read(member.size)


def _check_files(stream: BinaryIO, members: dict[str, Member], manifest: Manifest) -> None:
    for each in manifest.files:
        if each.bytes != members[each.name].size or each.sha256 != _sha256(stream, members[each.name]):
            raise ValueError(each.name)
        if each.name.startswith("code/") and not _is_program(each):
            raise ValueError(each.name)


def _is_program(each: Packed) -> bool:
    return each.bytes <= MAX_CODE and each.name == f"code/{each.sha256}.py"


def _sha256(stream: BinaryIO, member: Member) -> str:
    digest = hashlib.sha256()
    for chunk in _chunks(stream, member):
        digest.update(chunk)
    return digest.hexdigest()


def _chunks(stream: BinaryIO, member: Member) -> Iterator[bytes]:
    stream.seek(member.offset)
    left = member.size
    while left:
        chunk = stream.read(min(left, _CHUNK))
        if not chunk:
            raise CutShortError
        left -= len(chunk)
        yield chunk


def _check_parts(stream: BinaryIO, members: dict[str, Member], manifest: Manifest) -> None:
    unpacked = sum(member.size for member in members.values())
    for part in manifest.parts:
        end = Position(part.first - 1, part.prev_chain, 0)
        for line in _unzipped_lines(stream, members[part.file]):
            end = _checked(line, end, part)
        if (end.seq, end.chain) != (part.to, part.chain):
            raise ValueError(part.file)
        unpacked += end.offset
        if unpacked > MAX_BUNDLE:
            raise ValueError("size")


def _checked(line: bytes, after: Position, part: Part) -> Position:
    body = line[33:-1]
    expected, end = chained(body, after)
    if line != expected or end.seq > part.to:
        raise ValueError(part.file)
    try:
        if end.seq > 0:
            decode(body, part.journal, part.learner, end.seq)
        elif decode_header(body) != (part.journal, part.learner):
            raise ValueError(part.file)
    except SyncError:
        raise ValueError(part.file) from None
    return end


def _unzipped_lines(stream: BinaryIO, member: Member) -> Iterator[bytes]:
    """The lines in a gzip file, never holding more than a line and two chunks; raises ValueError and zlib.error."""
    unzip = zlib.decompressobj(wbits=31)
    pending, unpacked = b"", 0
    for chunk in _chunks(stream, member):
        feed = chunk
        while feed and not unzip.eof:
            some = unzip.decompress(feed, _CHUNK)
            feed = unzip.unconsumed_tail
            unpacked += len(some)
            *lines, pending = (pending + some).split(b"\n")
            if unpacked > MAX_JOURNAL or len(pending) > MAX_LINE:
                raise ValueError("size")
            for line in lines:
                if len(line) >= MAX_LINE:
                    raise ValueError("size")
                yield line + b"\n"
        if feed:
            raise ValueError("more after the end")
    if not unzip.eof or unzip.unused_data or pending:
        raise ValueError("gzip")
