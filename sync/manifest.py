"""What is in a bundle: its first file, MANIFEST.json."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from .errors import SyncError
from .events import is_id
from .names import clean_name
from .sealed import FORMAT, canonical, fingerprint, parse_object

MANIFEST = "MANIFEST.json"
SUMS = "SHA256SUMS"
KIND = "attempts"
MAX_EVENTS = 1_000_000
"""Events in one journal."""

_STATION = re.compile(r"[0-9a-f]{8}")
_FILE = re.compile(r"code/[0-9a-f]{64}\.py|events/[0-9a-f]{32}\.jsonl\.gz")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MAX_WHOLE = 2**53


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of one journal that a bundle carries."""

    journal: str
    learner: str
    first: int
    """Sequence number of the first line; the heading is 0."""
    prev_chain: str
    """The chain of the line before the first."""
    to: int
    """Sequence number of the last line."""
    chain: str
    """The chain of the last line."""

    @property
    def file(self) -> str:
        """Where in the bundle the lines are."""
        return f"events/{self.journal}.jsonl.gz"


@dataclass(frozen=True, slots=True)
class Packed:
    """A file in a bundle, as the manifest names it."""

    name: str
    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is in a bundle and where it comes from."""

    station: str
    """8 hex digits, made at random by the computer that exported."""
    made: int
    """Seconds since 1970 by that computer's clock: to show, never to compare."""
    parts: tuple[Part, ...]
    """Sorted by journal."""
    learners: tuple[tuple[str, str], ...]
    """Ids and names, sorted."""
    files: tuple[Packed, ...]
    """Every file but MANIFEST.json and SHA256SUMS, sorted by name."""

    @property
    def id(self) -> str:
        """SHA-256 of everything here but the time, so that the same content has the same id."""
        return fingerprint(canonical(_fields(self)))


def manifest_bytes(manifest: Manifest) -> bytes:
    """The content of MANIFEST.json."""
    return canonical({**_fields(manifest), "id": manifest.id, "made": manifest.made}) + b"\n"


def sums_bytes(manifest: Manifest) -> bytes:
    """The content of SHA256SUMS, as `sha256sum -c` reads it."""
    lines = [(fingerprint(manifest_bytes(manifest)), MANIFEST), *((each.sha256, each.name) for each in manifest.files)]
    return "".join(f"{digest}  {name}\n" for digest, name in lines).encode("ascii")


def read_manifest(content: bytes) -> Manifest:
    """The manifest in these bytes; raises ValueError unless writing it again gives the same bytes.

    Raises SyncError when a newer version wrote it.
    """
    fields = parse_object(content)
    if fields.get("format") != FORMAT or fields.get("kind") != KIND:
        raise SyncError("was written by a newer version of the tutor. Update the tutor here, then try again.")
    try:
        manifest = Manifest(
            station=fields["station"],
            made=fields["made"],
            parts=tuple(_part(each) for each in fields["journals"]),
            learners=tuple((each["id"], each["name"]) for each in fields["learners"]),
            files=tuple(Packed(each["name"], each["sha256"], each["bytes"]) for each in fields["files"]),
        )
        _check(manifest)
        same = manifest_bytes(manifest) == content
    except (KeyError, TypeError, AttributeError, SyncError):
        raise ValueError("manifest") from None
    if not same:
        raise ValueError("manifest")
    return manifest


def _fields(manifest: Manifest) -> dict[str, object]:
    journals = []
    for part in manifest.parts:
        fields = asdict(part)
        journals.append({"from": fields.pop("first"), **fields})
    return {
        "format": FORMAT,
        "kind": KIND,
        "station": manifest.station,
        "journals": journals,
        "learners": [{"id": learner, "name": name} for learner, name in manifest.learners],
        "files": [asdict(each) for each in manifest.files],
    }


def _part(fields: Mapping[str, Any]) -> Part:
    return Part(
        journal=fields["journal"],
        learner=fields["learner"],
        first=fields["from"],
        prev_chain=fields["prev_chain"],
        to=fields["to"],
        chain=fields["chain"],
    )


def _check(manifest: Manifest) -> None:
    """Raises ValueError where a value is not of the kind and size that writing makes."""
    wholes = [manifest.made, *(each.bytes for each in manifest.files)]
    wholes += [number for part in manifest.parts for number in (part.first, part.to)]
    ids = [value for part in manifest.parts for value in (part.journal, part.learner, part.prev_chain, part.chain)]
    ids += [learner for learner, _ in manifest.learners]
    names = [each.name for each in manifest.files]
    held = (
        _STATION.fullmatch(manifest.station)
        and all(type(number) is int and abs(number) <= _MAX_WHOLE for number in wholes)
        and all(is_id(value) for value in ids)
        and all(0 <= part.first <= part.to <= MAX_EVENTS for part in manifest.parts)
        and all(clean_name(name) == name for _, name in manifest.learners)
        and all(_SHA256.fullmatch(each.sha256) and _FILE.fullmatch(each.name) for each in manifest.files)
        and _rising([part.journal for part in manifest.parts])
        and _rising([learner for learner, _ in manifest.learners])
        and _rising(names)
        and [part.file for part in manifest.parts] == [name for name in names if name.startswith("events/")]
    )
    if not held:
        raise ValueError("manifest")


def _rising(values: list[str]) -> bool:
    return all(one < other for one, other in itertools.pairwise(values))
