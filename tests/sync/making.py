"""Bundles made by hand, honest and hostile."""

from __future__ import annotations

import io
import tarfile
from dataclasses import replace
from pathlib import Path

from sync import PageRead
from sync.archive import END, header_for, padding_for
from sync.bundle import write_bundle, zipped
from sync.chain import chained, start_of
from sync.events import Event, encode, encode_header
from sync.manifest import Manifest, Packed, Part, manifest_bytes, sums_bytes
from sync.sealed import fingerprint


def hexes(text: str) -> str:
    """An id of 32 hex digits, the same for the same text."""
    return fingerprint(text.encode())[:32]


def lines_of(journal: str, learner: str, labels: str) -> list[bytes]:
    """A journal's lines: its heading, then one event for each letter."""
    line, end = chained(encode_header(journal, learner), start_of(journal))
    lines = [line]
    for seq, label in enumerate(labels, start=1):
        event = Event(hexes(journal + labels[:seq]), journal, seq, 0, learner, PageRead(f"page/{label}"))
        line, end = chained(encode(event), end)
        lines.append(line)
    return lines


def chain_of(line: bytes) -> str:
    return line[:32].decode()


def part_of(lines: list[bytes], journal: str, learner: str, first: int = 0) -> tuple[Part, bytes]:
    """A part with the lines from `first` on, and those lines."""
    before = chain_of(lines[first - 1]) if first else start_of(journal).chain
    part = Part(journal, learner, first, before, len(lines) - 1, chain_of(lines[-1]))
    return part, b"".join(lines[first:])


def write(folder: Path, *parts: tuple[Part, bytes], station: str = "00000001", names: tuple = ()) -> Path:
    """A bundle as the tutor writes it."""
    folder.mkdir(parents=True, exist_ok=True)
    inside = sorted(parts, key=lambda each: each[0].journal)
    manifest = Manifest(station, 0, tuple(part for part, _ in inside), names, ())
    return write_bundle(folder, manifest, {part.file: zipped(lines) for part, lines in inside}).path


def forge(path: Path, manifest: Manifest, contents: dict[str, bytes], sums: bytes | None = None) -> Path:
    """A bundle whose sums are right and whose content may be anything."""
    packed = tuple(Packed(name, fingerprint(content), len(content)) for name, content in sorted(contents.items()))
    manifest = replace(manifest, files=packed)
    members = {
        "MANIFEST.json": manifest_bytes(manifest),
        "SHA256SUMS": sums_bytes(manifest) if sums is None else sums,
        **dict(sorted(contents.items())),
    }
    path.write_bytes(archive(members))
    return path


def archive(members: dict[str, bytes]) -> bytes:
    """Members in this order, as bundles have them."""
    blocks = [header_for(name, len(content)) + content + padding_for(len(content)) for name, content in members.items()]
    return b"".join(blocks) + END


def stock_tar(*members: tarfile.TarInfo, contents: dict[str, bytes]) -> bytes:
    """Members as Python's own tarfile writes them, in the ustar format."""
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for member in members:
            content = contents.get(member.name, b"")
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    return target.getvalue()
