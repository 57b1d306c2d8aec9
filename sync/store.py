"""What head office has: the union of all journals that ever came, and the names that came with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .bundle_reading import open_source
from .chain import start_of, whole_lines
from .durable import make_folder, move_over, sync_folder, write_whole
from .errors import SyncError
from .events import MAX_LINE, Event, decode, decode_header
from .journal_files import stored_code
from .manifest import Part
from .sealed import read_sealed, write_sealed

JOURNALS = "journals"
NAMES = "learners.json"
_BODY = 33
"""Bytes of a line before its JSON."""
CODE = "code"
_MEND = "Bring this file back from a backup, or move it away and bring every bundle of its station again."
_FILE = re.compile(r"([0-9a-f]{32})(?:\.(?:branch|next)-[1-9][0-9]*)?\.jnl")


@dataclass(frozen=True, slots=True)
class Node:
    """One line of a journal, and the line it follows."""

    seq: int
    after: str
    """The chain of the line before."""
    body: bytes
    """Its JSON, verbatim."""


Tree = dict[str, Node]
"""The lines of one journal by their chains: one way, or several where the journal forked."""


@dataclass(frozen=True, slots=True)
class Absorbed:
    """What one part of a bundle brought."""

    new: int
    """Events that were not here before."""
    known: int
    """Events that were."""
    branches: int
    """Ways the journal goes now; more than 1 is a fork."""


def journals_of(store: Path) -> dict[str, list[str]]:
    """The ids of the journals here by learner's id, all sorted; raises OSError and SyncError."""
    found: dict[str, set[str]] = {}
    folder = store / JOURNALS
    for path in folder.iterdir() if folder.is_dir() else ():
        if match := _FILE.fullmatch(path.name):
            with open_source(path) as stream:
                learner = _learner_in(stream.readline(MAX_LINE), path)
            found.setdefault(learner, set()).add(match[1])
    return {learner: sorted(journals) for learner, journals in sorted(found.items())}


def read_tree(store: Path, journal: str) -> Tree:
    """Every line of a journal that is here, in whatever file; raises OSError, and SyncError on damage."""
    tree: Tree = {}
    for path in _files_of(store, journal):
        with open_source(path) as stream:
            end = start_of(journal)
            for line in whole_lines(stream, end):
                tree.setdefault(line.end.chain, Node(line.end.seq, end.chain, line.body))
                end = line.end
            if end.offset != path.stat().st_size or end.seq < 0:
                raise SyncError(f"{path} is damaged in line {end.seq + 2}; this journal was left as it is. {_MEND}")
    return tree


def events_of(tree: Tree, journal: str) -> Iterator[Event]:
    """The events of a journal, branch by branch, those before a fork more than once; raises SyncError."""
    for path in _paths(tree):
        _, learner = decode_header(tree[path[0]].body)
        for chain in path[1:]:
            yield decode(tree[chain].body, journal, learner, tree[chain].seq)


def fits(tree: Tree, part: Part) -> bool:
    """Whether the line before the part's first is here, so that there is no gap."""
    if part.first == 0:
        return part.prev_chain == start_of(part.journal).chain
    before = tree.get(part.prev_chain)
    return before is not None and before.seq == part.first - 1


def absorb(store: Path, tree: Tree, part: Part, lines: Iterable[bytes]) -> Absorbed:
    """Adds a part's lines, already checked and fitting, to its journal's tree and the store; raises OSError."""
    before = part.prev_chain
    new = 0
    for seq, line in enumerate(lines, start=part.first):
        chain = line[: _BODY - 1].decode("ascii")
        if chain not in tree:
            tree[chain] = Node(seq, before, line[_BODY:-1])
            new += seq > 0
        before = chain
    paths = _paths(tree)
    _write_paths(store, part.journal, tree, paths)
    return Absorbed(new, part.to + 1 - max(part.first, 1) - new, len(paths))


def read_names(store: Path) -> dict[str, list[str]]:
    """The names that came for each learner's id, sorted; raises OSError, and SyncError on damage."""
    path = store / NAMES
    try:
        return {str(learner): [str(name) for name in names] for learner, names in read_sealed(path).items()}
    except FileNotFoundError:
        return {}
    except ValueError:
        raise SyncError(f"{path} is damaged. Nothing was changed. Bring it back from a backup, or remove it.") from None


def add_names(store: Path, learners: Iterable[tuple[str, str]]) -> None:
    """Notes the names that came with a bundle; a learner may come with several. Raises OSError and SyncError."""
    names = read_names(store)
    grown = {learner: list(known) for learner, known in names.items()}
    for learner, name in learners:
        grown[learner] = sorted({*grown.get(learner, ()), name})
    if grown != names:
        write_sealed(store / NAMES, grown)


def add_program(folder: Path, name: str, content: bytes) -> None:
    """Keeps a learner's program under its SHA-256; raises OSError."""
    make_folder(folder)
    if stored_code(folder / name) is None:
        write_whole(folder / name, content)


def _learner_in(heading: bytes, path: Path) -> str:
    try:
        return decode_header(heading[_BODY:-1])[1]
    except SyncError:
        raise SyncError(f"{path} has no heading that can be read. {_MEND}") from None


def _files_of(store: Path, journal: str) -> list[Path]:
    found = ((path, _FILE.fullmatch(path.name)) for path in (store / JOURNALS).iterdir())
    return sorted(path for path, match in found if match and match[1] == journal)


def _paths(tree: Tree) -> list[list[str]]:
    """The ways from the heading to each last line, the longest first; more than one where a journal forked."""
    followed = {node.after for node in tree.values()}
    paths = []
    for last in tree.keys() - followed:
        path = [last]
        while (before := tree[path[-1]].after) in tree:
            path.append(before)
        paths.append(path[::-1])
    return sorted(paths, key=lambda path: (-len(path), path[-1]))


def _write_paths(store: Path, journal: str, tree: Tree, paths: list[list[str]]) -> None:
    """Writes each way to its own file, all of them beside before the first old file goes; or sees that all is there."""
    folder = store / JOURNALS
    names = [f"{journal}.jnl", *(f"{journal}.branch-{n}.jnl" for n in range(1, len(paths)))]
    contents = [b"".join(b"%s %s\n" % (chain.encode("ascii"), tree[chain].body) for chain in path) for path in paths]
    wanted = dict(zip(names, contents, strict=True))
    if wanted == {path.name: path.read_bytes() for path in _files_of(store, journal)}:
        return
    if len(wanted) == 1:
        write_whole(folder / names[0], contents[0])
        return
    for number, content in enumerate(contents, start=1):
        write_whole(folder / f"{journal}.next-{number}.jnl", content)
    for number, name in enumerate(names, start=1):
        move_over(folder / f"{journal}.next-{number}.jnl", folder / name)
    for path in _files_of(store, journal):
        if path.name not in wanted:
            path.unlink()
    sync_folder(folder)
