"""A bundle: the journals of a station in one file that fits on a stick."""

from __future__ import annotations

import contextlib
import gzip
import io
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from .archive import BLOCK, END, MAX_MEMBERS, header_for, padding_for
from .bundle_reading import MAX_BUNDLE, read_bundle
from .durable import move_over, open_plain, read_plain, write_all
from .errors import SyncError
from .events import MAX_CODE
from .manifest import MANIFEST, SUMS, Manifest, Packed, manifest_bytes, sums_bytes
from .sealed import fingerprint

UNFINISHED = "part-"
_BUNDLE_MODE = 0o644

Content = bytes | Path
"""What a file in a bundle holds: bytes, or a file to copy that is named by its SHA-256."""


@dataclass(frozen=True, slots=True)
class Written:
    """A bundle that is on the disk, read back and found whole."""

    path: Path
    bytes: int


def zipped(lines: bytes) -> bytes:
    """Journal lines, compressed so that the same lines give the same bytes: no name, no time."""
    target = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=target, mtime=0) as stream:
        stream.write(lines)
    return target.getvalue()


def bundle_name(manifest: Manifest) -> str:
    """`facility-tutor-<station>-<events>-<id>.tar`, which never says a place, a person or a date."""
    events = sum(part.to for part in manifest.parts)
    return f"facility-tutor-{manifest.station}-{events}-{manifest.id[:8]}.tar"


def write_bundle(folder: Path, manifest: Manifest, contents: Mapping[str, Content]) -> Written:
    """Writes a bundle of these files, by name in it, into a folder; the manifest's own `files` don't matter.

    It is written beside, synced, read back from the device and only then given its name. Raises
    OSError, and SyncError when it would be too big or does not read back the same.
    """
    packed = tuple(_packed(name, contents[name]) for name in sorted(contents))
    manifest = replace(manifest, files=packed)
    size = sum(each.bytes + 2 * BLOCK for each in packed)
    if size > MAX_BUNDLE or len(packed) + 2 > MAX_MEMBERS:
        raise SyncError("This is more than one bundle holds. Export without the learners' programs.")
    path = folder / bundle_name(manifest)
    if _is_whole(path, manifest):
        return Written(path, path.stat().st_size)
    unfinished = folder / f"{UNFINISHED}{path.name}"
    try:
        _write(unfinished, manifest, contents)
        _must_read_back(unfinished, manifest)
        move_over(unfinished, path)
    except BaseException:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        raise
    return Written(path, path.stat().st_size)


def _write(path: Path, manifest: Manifest, contents: Mapping[str, Content]) -> None:
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
    descriptor = open_plain(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _BUNDLE_MODE)
    try:
        _write_member(descriptor, MANIFEST, manifest_bytes(manifest))
        _write_member(descriptor, SUMS, sums_bytes(manifest))
        for each in manifest.files:
            _write_member(descriptor, each.name, _bytes_of(contents[each.name]))
        write_all(descriptor, END)
        os.fsync(descriptor)
        if hasattr(os, "posix_fadvise"):
            # Reading back what is still in memory would prove nothing about the stick.
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
    finally:
        os.close(descriptor)


def _write_member(descriptor: int, name: str, content: bytes) -> None:
    write_all(descriptor, header_for(name, len(content)) + content + padding_for(len(content)))


def _packed(name: str, content: Content) -> Packed:
    if isinstance(content, Path):
        return Packed(name, content.stem, content.stat().st_size)
    return Packed(name, fingerprint(content), len(content))


def _bytes_of(content: Content) -> bytes:
    return read_plain(content, MAX_CODE) if isinstance(content, Path) else content


def _must_read_back(path: Path, manifest: Manifest) -> None:
    if not _is_whole(path, manifest):
        raise SyncError("What was written does not read back the same. Try again with another stick.")


def _is_whole(path: Path, manifest: Manifest) -> bool:
    try:
        return read_bundle(path).manifest.id == manifest.id
    except (FileNotFoundError, SyncError):
        return False
