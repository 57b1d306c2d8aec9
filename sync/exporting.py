"""Carrying what learners did out of a station: everything, each time, because a stick can be lost."""

from __future__ import annotations

import contextlib
import errno
import secrets
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .bundle import UNFINISHED, Content, Written, write_bundle, zipped
from .chain import start_of
from .durable import keep_aside, said_plainly
from .errors import SyncError
from .events import is_id
from .journal_files import CODE, Acknowledged, acknowledged, journal_paths, stored_code
from .locking import Lock
from .manifest import Manifest, Part
from .roster import LEARNERS, Roster
from .sealed import read_sealed, write_sealed

_STATION = "station.json"
_SPARE = 1024 * 1024
_BUSY = "Another window is exporting right now. Wait until it is done, then try again."
_NOTHING = "There is nothing to export yet: nobody has done anything on this computer. Nothing was written."


@dataclass(frozen=True, slots=True)
class Exported:
    """What one export carries."""

    path: Path | None
    """The bundle; None when there was nothing to export."""
    learners: int
    """Learners with at least one event in the bundle."""
    events: int
    """Events in the bundle, those of earlier exports included."""
    bytes: int
    """Size of the bundle."""
    notes: tuple[str, ...]
    """What staff should know, one sentence each."""


@dataclass(frozen=True, slots=True)
class _Gathered:
    """What is found in a home folder."""

    parts: list[Part]
    contents: dict[str, Content]
    notes: list[str]


def export(home_folder: Path, target_folder: Path, *, with_code: bool = False) -> Exported:
    """Writes one bundle with everything every learner did here into a folder, for example of a stick.

    Learners may be signed in. The learners' programs stay here unless `with_code`. A damaged journal
    is carried up to its damage, and said so in `notes`. Raises SyncError, leaving no bundle behind.
    """
    if not target_folder.is_dir():
        raise SyncError(f"There is no folder {target_folder}. Put the stick in, wait a moment, then export again.")
    with said_plainly("Nothing was exported."), Lock(home_folder / "export.lock", _BUSY):
        gathered = _gather(home_folder, with_code=with_code)
        learners = {part.learner for part in gathered.parts}
        if not learners:
            return Exported(None, 0, 0, 0, (*gathered.notes, _NOTHING))
        names = _names(home_folder, gathered.notes)
        known = tuple(sorted((learner, names[learner]) for learner in learners if learner in names))
        parts = tuple(sorted(gathered.parts, key=lambda part: part.journal))
        manifest = Manifest(_station(home_folder), int(time.time()), parts, known, ())
        with _said_of_stick():
            written = _write(target_folder, manifest, gathered.contents)
    events = sum(part.to for part in parts)
    return Exported(written.path, len(learners), events, written.bytes, tuple(gathered.notes))


def _gather(home_folder: Path, *, with_code: bool) -> _Gathered:
    gathered = _Gathered([], {}, [])
    folders = home_folder / LEARNERS
    for folder in sorted(folders.iterdir()) if folders.is_dir() else ():
        if is_id(folder.name) and folder.is_dir() and not folder.is_symlink():
            for path in journal_paths(folder):
                try:
                    _gather_journal(path, gathered, with_code=with_code)
                except OSError as error:
                    code = errno.errorcode.get(error.errno or 0, "no code")
                    gathered.notes.append(f"{path} could not be read ({code}) and is not in the bundle. Tell staff.")
    return gathered


def _gather_journal(path: Path, gathered: _Gathered, *, with_code: bool) -> None:
    found = acknowledged(path)
    if found is None:
        if path.stat().st_size:
            gathered.notes.append(f"{path} has no heading that can be read, and is not in the bundle. Tell staff.")
        return
    if found.is_damaged:
        gathered.notes.append(f"{path} is damaged after line {found.end.seq + 1}; what comes before is in the bundle.")
    start = start_of(found.journal)
    part = Part(found.journal, found.learner, 0, start.chain, found.end.seq, found.end.chain)
    if part.learner != path.parent.name or part.file in gathered.contents:
        gathered.notes.append(f"{path} is a copy from another place, and is not in the bundle. Tell staff.")
    elif part.to > 0:
        gathered.parts.append(part)
        gathered.contents[part.file] = zipped(found.lines)
        if with_code:
            _gather_programs(path.parent / CODE, found, gathered)


def _gather_programs(folder: Path, found: Acknowledged, gathered: _Gathered) -> None:
    for digest in sorted(found.programs):
        path = folder / f"{digest}.py"
        if stored_code(path) is None:
            gathered.notes.append(f"The program {path} is damaged or gone, and is not in the bundle. Tell staff.")
        else:
            gathered.contents[f"{CODE}/{path.name}"] = path


def _names(home_folder: Path, notes: list[str]) -> dict[str, str]:
    roster = Roster(home_folder)
    try:
        names = {learner.id: learner.name for learner in roster.learners()}
    except SyncError as error:
        notes.append(f"The bundle has no names. {error}")
        return {}
    notes.extend(roster.notes)
    return names


def _station(home_folder: Path) -> str:
    """The station's 8 hex digits, made on the first export; raises OSError."""
    path = home_folder / _STATION
    try:
        return str(read_sealed(path)["station"])
    except FileNotFoundError:
        pass
    except (ValueError, KeyError):
        keep_aside(path, "damaged")
    station = secrets.token_hex(4)
    write_sealed(path, {"station": station})
    return station


def _write(target_folder: Path, manifest: Manifest, contents: dict[str, Content]) -> Written:
    for debris in target_folder.glob(f"{UNFINISHED}facility-tutor-*.tar"):
        debris.unlink()
    needed = _SPARE + sum(len(each) if isinstance(each, bytes) else each.stat().st_size for each in contents.values())
    free = shutil.disk_usage(target_folder).free
    if free < needed:
        raise SyncError(
            f"The stick is full: the bundle needs {_mib(needed)} MB and {_mib(free)} MB are free. "
            "Nothing was written. Make room on it or take another one, then export again."
        )
    return write_bundle(target_folder, manifest, contents)


def _mib(size: int) -> str:
    return f"{size / 1024**2:.1f}"


@contextlib.contextmanager
def _said_of_stick() -> Iterator[None]:
    """Turns an OSError inside the block into a SyncError about the stick."""
    try:
        yield
    except OSError as error:
        raise SyncError(_stick_words(error)) from error


def _stick_words(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EFBIG):
        return "The stick is full. No bundle was written. Make room on it or take another one, then export again."
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return (
            "The stick can't be written to. No bundle was written. Look for a small lock switch on its side, "
            "or take another stick, then export again."
        )
    code = errno.errorcode.get(error.errno or 0, "no code")
    return (
        f"The stick stopped taking part ({code}). Do not trust what is on it. "
        "Put it in again, or take another one, then export again; nothing is lost on this computer."
    )
