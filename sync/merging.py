"""Merging at head office: a union, so that order, repetition and interruption make no difference."""

from __future__ import annotations

import errno
import itertools
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from . import store
from .bundle import UNFINISHED
from .bundle_reading import MAX_BUNDLE, Bundle, open_source, read_bundle
from .durable import make_folder, move_over, open_plain, said_plainly, write_all
from .errors import SyncError
from .locking import Lock
from .manifest import Part
from .progress import Progress, progress_of
from .roster import Learner

INCOMING = "incoming"
WAITING = "waiting"

_BUSY = "Another merge is running in this store. Wait until it is done, then merge again."
_STOPPED = "The merge stopped. Nothing that was in the store is lost; merge the same files again."
_CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Summary:
    """What a merge brought for one learner."""

    learner: Learner
    """With every name that came for the id, joined by ` / `; empty where none came."""
    new_events: int
    known_events: int


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge brought."""

    bundles: int
    """Bundles that were whole."""
    new_events: int
    known_events: int
    """Events in the bundles that the store had already."""
    learners: tuple[Summary, ...]
    """By learner's id."""
    notes: tuple[str, ...]
    """What staff should know and do, one sentence or two for each file or journal."""


@dataclass(frozen=True, slots=True)
class _Arrived:
    """A whole bundle, copied into the store's own folder so that a stick can't change it any more."""

    called: str
    bundle: Bundle
    is_new: bool
    """Whether it was given in this call, and not kept from an earlier one."""


@dataclass(slots=True)
class _Sums:
    """What has been merged so far in this call."""

    new: dict[str, int] = field(default_factory=dict)
    known: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    damaged: set[str] = field(default_factory=set)
    """Journals whose file in the store can't be read."""

    def note(self, sentence: str) -> None:
        if sentence not in self.notes:
            self.notes.append(sentence)


def merge(store_folder: Path, sources: Sequence[Path]) -> Merged:
    """Merges bundles, given as files or as folders that hold them, into head office's store.

    A bundle that is cut, changed or not one of ours is left out and said so in `notes`; the others
    go on. A bundle with a gap before it waits in the store. Raises Busy and SyncError.
    """
    with said_plainly(_STOPPED):
        for name in (store.JOURNALS, INCOMING, WAITING):
            make_folder(store_folder / name)
        with Lock(store_folder / "lock", _BUSY):
            sums = _Sums()
            for leftover in (store_folder / INCOMING).iterdir():
                leftover.unlink()
            arrived = [*_waiting(store_folder, sums), *_arriving(store_folder, sources, sums)]
            for each in arrived:
                _keep_names_and_programs(store_folder, each.bundle, sums)
            gaps = _absorb_all(store_folder, arrived, sums)
            _keep_waiting(store_folder, arrived, gaps, sums)
            return _merged(store_folder, arrived, sums)


def report(store_folder: Path) -> dict[Learner, Progress]:
    """How far each learner has come, by everything in the store; raises SyncError."""
    with said_plainly("The store was not read."):
        names = store.read_names(store_folder)
        found = {}
        for learner, journals in store.journals_of(store_folder).items():
            events = (store.events_of(store.read_tree(store_folder, journal), journal) for journal in journals)
            mine = (event for event in itertools.chain.from_iterable(events) if event.learner == learner)
            found[_learner(learner, names)] = progress_of(mine)
        return found


def _arriving(store_folder: Path, sources: Iterable[Path], sums: _Sums) -> Iterator[_Arrived]:
    for number, source in enumerate(_files(sources, sums)):
        copy = store_folder / INCOMING / f"{number}.tar"
        try:
            _copy(source, copy)
            yield _Arrived(source.name, read_bundle(copy, source.name), is_new=True)
        except SyncError as error:
            sums.note(str(error))


def _waiting(store_folder: Path, sums: _Sums) -> Iterator[_Arrived]:
    for path in sorted((store_folder / WAITING).glob("*.tar")):
        try:
            yield _Arrived(path.name, read_bundle(path), is_new=False)
        except SyncError as error:
            sums.note(str(error))


def _files(sources: Iterable[Path], sums: _Sums) -> Iterator[Path]:
    for source in sources:
        if not source.is_dir():
            yield source
            continue
        try:
            inside = sorted(source.iterdir())
        except OSError:
            sums.note(f"The folder {source} could not be read. Put the stick in again, then merge again.")
            continue
        bundles = [path for path in inside if path.suffix.lower() == ".tar" and not path.name.startswith(UNFINISHED)]
        if not bundles:
            sums.note(f"There is no bundle in the folder {source}. Look for a facility-tutor-….tar file.")
        yield from bundles


def _copy(source: Path, copy: Path) -> None:
    """Copies a source into the store; raises SyncError for what the source does, OSError for the store."""
    descriptor = open_plain(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    try:
        left = MAX_BUNDLE
        for chunk in _chunks(source):
            left -= len(chunk)
            if left < 0:
                raise SyncError(f"{source.name} grew while it was read. Nothing of it was merged; copy it anew.")
            write_all(descriptor, chunk)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _chunks(source: Path) -> Iterator[bytes]:
    try:
        with open_source(source, source.name) as stream:
            while chunk := stream.read(_CHUNK):
                yield chunk
    except OSError as error:
        code = errno.errorcode.get(error.errno or 0, "no code")
        raise SyncError(
            f"{source.name} could not be read ({code}). Nothing of it was merged; "
            "put the stick in again, or export again."
        ) from None


def _keep_names_and_programs(store_folder: Path, bundle: Bundle, sums: _Sums) -> None:
    try:
        store.add_names(store_folder, bundle.manifest.learners)
    except SyncError as error:
        sums.note(str(error))
    for name, content in bundle.programs():
        store.add_program(store_folder / store.CODE, name, content)


def _absorb_all(store_folder: Path, arrived: Sequence[_Arrived], sums: _Sums) -> list[tuple[_Arrived, Part]]:
    """Adds every part that fits, again and again, since one may close another's gap; returns those left."""
    left = [(each, part) for each in arrived for part in each.bundle.manifest.parts]
    while True:
        still_left = [(each, part) for each, part in left if not _absorb(store_folder, each, part, sums)]
        if len(still_left) == len(left):
            return left
        left = still_left


def _absorb(store_folder: Path, arrived: _Arrived, part: Part, sums: _Sums) -> bool:
    """Adds one part; False when there is a gap before it, or the store's own file is damaged."""
    try:
        tree = store.read_tree(store_folder, part.journal)
        if not store.fits(tree, part):
            return False
        absorbed = store.absorb(store_folder, tree, part, arrived.bundle.lines(part))
    except SyncError as error:
        sums.note(str(error))
        sums.damaged.add(part.journal)
        return False
    sums.new[part.learner] = sums.new.get(part.learner, 0) + absorbed.new
    if arrived.is_new:
        sums.known[part.learner] = sums.known.get(part.learner, 0) + absorbed.known
    if absorbed.branches > 1:
        sums.note(
            f"The journal {part.journal} goes on in {absorbed.branches} ways: a computer was restored from a copy, "
            f"or copied. All of them are kept and counted. Have station {arrived.bundle.manifest.station} looked at."
        )
    return True


def _keep_waiting(
    store_folder: Path, arrived: Sequence[_Arrived], gaps: Sequence[tuple[_Arrived, Part]], sums: _Sums
) -> None:
    for each, part in gaps:
        if part.journal in sums.damaged:
            continue
        sums.note(
            f"{each.called}: events before number {part.first} of journal {part.journal} have not come yet. "
            f"It waits in the store; bring an older bundle of station {each.bundle.manifest.station}."
        )
    incomplete = {each.bundle.path for each, _ in gaps}
    for each in arrived:
        path = each.bundle.path
        if path not in incomplete:
            path.unlink()
        elif each.is_new:
            move_over(path, store_folder / WAITING / f"{each.bundle.manifest.id}.tar")


def _merged(store_folder: Path, arrived: Sequence[_Arrived], sums: _Sums) -> Merged:
    names: dict[str, list[str]] = {}
    try:
        names = store.read_names(store_folder)
    except SyncError as error:
        sums.note(str(error))
    summaries = tuple(
        Summary(_learner(learner, names), sums.new.get(learner, 0), sums.known.get(learner, 0))
        for learner in sorted({*sums.new, *sums.known})
    )
    return Merged(
        bundles=sum(each.is_new for each in arrived),
        new_events=sum(sums.new.values()),
        known_events=sum(sums.known.values()),
        learners=summaries,
        notes=tuple(sums.notes),
    )


def _learner(learner: str, names: dict[str, list[str]]) -> Learner:
    return Learner(learner, " / ".join(names.get(learner, ())))
