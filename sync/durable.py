"""Writing so that a power cut leaves either the old file or the new one, never a half of either."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from .errors import SyncError

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700

_PLAIN_FILE_ONLY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
_FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC, errno.EFBIG}
_REPLACE_TRIES = 20
_REPLACE_PAUSE = 0.05


def open_plain(path: Path, flags: int, mode: int = PRIVATE_FILE) -> int:
    """Opens a file by its own name and returns the descriptor; a link in its place raises OSError."""
    return os.open(path, flags | _PLAIN_FILE_ONLY, mode)


def write_all(descriptor: int, content: bytes) -> None:
    """Writes every byte, where one `write` may take a part of them; raises OSError."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def sync_folder(folder: Path) -> None:
    """Makes the names in a folder durable; a system that cannot open folders (Windows) does so by itself."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Makes a folder only its owner can enter, and those above it, each durable in the one above."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=PRIVATE_FOLDER)
    sync_folder(folder.parent)


def write_new(path: Path, content: bytes, mode: int = PRIVATE_FILE) -> None:
    """Writes and syncs a file, taking the place of an unfinished one; the caller syncs or renames after."""
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
    descriptor = open_plain(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        write_all(descriptor, content)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def move_over(new: Path, path: Path) -> None:
    """Renames `new` to `path` and makes the name durable; on Windows it waits for a scanner to let go."""
    for _ in range(_REPLACE_TRIES if sys.platform == "win32" else 0):
        with contextlib.suppress(PermissionError):
            new.replace(path)
            return
        time.sleep(_REPLACE_PAUSE)
    new.replace(path)
    sync_folder(path.parent)


def write_whole(path: Path, content: bytes) -> None:
    """Puts a file of these bytes in place of the old one, both durable and at one stroke."""
    new = path.with_name(f"{path.name}.new")
    write_new(new, content)
    move_over(new, path)


def read_plain(path: Path, limit: int) -> bytes:
    """The bytes of a file; raises ValueError when there are more than `limit`."""
    with os.fdopen(open_plain(path, os.O_RDONLY), "rb") as file:
        content = file.read(limit + 1)
    if len(content) > limit:
        raise ValueError(f"more than {limit} bytes")
    return content


def free_name(path: Path, word: str) -> Path:
    """The first name `<path>.<word>-<n>` that nothing has yet, n counted from 1."""
    number = 1
    while os.path.lexists(path.with_name(f"{path.name}.{word}-{number}")):
        number += 1
    return path.with_name(f"{path.name}.{word}-{number}")


def keep_aside(path: Path, word: str) -> Path:
    """Renames a file to the first free `<path>.<word>-<n>` and returns the new path."""
    aside = free_name(path, word)
    path.rename(aside)
    sync_folder(path.parent)
    return aside


@contextlib.contextmanager
def said_plainly(what_happened: str) -> Iterator[None]:
    """Turns an OSError inside the block into a SyncError that starts with `what_happened`, a sentence."""
    try:
        yield
    except OSError as error:
        raise SyncError(plain_words(error, what_happened)) from error


def plain_words(error: OSError, what_happened: str) -> str:
    """What to tell a person about an error of the disk."""
    if error.errno in _FULL:
        return (
            f"The disk is full. {what_happened} Your work on screen is safe: "
            "ask staff to make room on the disk, then try again."
        )
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return f"{what_happened} This folder may not be written to. Ask staff to look at its rights, then try again."
    code = errno.errorcode.get(error.errno or 0, "no code")
    return (
        f"{what_happened} The disk reported a problem ({code}). Your work on screen is safe: "
        "try again, and tell staff when this comes back."
    )
