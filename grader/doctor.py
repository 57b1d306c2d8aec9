"""Proves on this computer that the walls hold, by trying them with programs that mean harm."""

from __future__ import annotations

import platform
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from .native import SandboxError, read_seal, seal_walls
from .outcome import Place
from .sandbox import Sandbox
from .walls import WALLS, Canary, Wall

EXTRA = {
    "rlimits": "The worker has limited itself:",
    "no_new_privs": "The worker can't gain rights:",
    "landlock": "The worker can open no other files and no network:",
    "seccomp": "The worker can start no program and open no socket:",
}
"""The extra walls in words."""

MOST_HOLES = 5
"""How many of the ways that got through are shown of one wall."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of trying one wall."""

    name: str
    promise: str
    holes: tuple[str, ...]
    """The ways that got through; none if the wall held."""
    ways: int
    """How many were tried."""
    seconds: float

    @property
    def held(self) -> bool:
        """Whether nothing got through."""
        return not self.holes


@dataclass(frozen=True, slots=True)
class Examination:
    """What the doctor found."""

    findings: tuple[Finding, ...]
    extra: dict[str, str]
    """What the worker has dropped besides, by name; "" where this system has no way to."""
    versions: dict[str, str]
    seconds: float

    @property
    def safe(self) -> bool:
        """Whether every wall held."""
        return all(finding.held for finding in self.findings)

    def as_lines(self) -> Iterator[str]:
        """The examination in words, a line for each wall."""
        for finding in self.findings:
            yield f"{'PASS' if finding.held else 'NOT SAFE':<9} {finding.name:<12} {finding.promise} Ways tried: {finding.ways}."
            for hole in finding.holes[:MOST_HOLES]:
                yield f"{'':<22} A program got through by: {hole}"
        for name, how in self.extra.items():
            yield f"{'extra':<9} {name:<12} {EXTRA.get(name, '')} {f'present ({how})' if how else 'absent, and not needed'}"
        yield ", ".join(f"{name} {value}" for name, value in self.versions.items())
        broken = [finding.name for finding in self.findings if not finding.held]
        yield (
            f"NOT SAFE: {len(broken)} of {len(self.findings)} walls do not hold ({', '.join(broken)}). "
            "No program is run or checked on this computer until `tutor doctor` passes."
            if broken
            else f"SAFE: all {len(self.findings)} walls hold. Programs may be run and checked here. ({self.seconds:.0f} s)"
        )

    def as_json(self) -> dict[str, Any]:
        """The examination as plain data."""
        return {
            "format": 1,
            "safe": self.safe,
            "walls": [{**asdict(finding), "held": finding.held} for finding in self.findings],
            "extra": self.extra,
            "versions": self.versions,
            "seconds": round(self.seconds, 2),
        }


def examine(folder: Path, going: Callable[[], None] | None = None) -> Examination:
    """Try every wall of the sandbox in `folder` and write in its seal which ones held.

    While a wall is tried, the worker's own extra walls are down: the sandbox must hold without them. `going` is
    called between the walls. Raises `SandboxError` if the sandbox can't be had at all.
    """
    started = time.monotonic()
    findings = []
    with Canary() as canary, Sandbox(folder, proving=True) as sandbox:
        sandbox.warm_up()
        for wall in WALLS:
            findings.append(examine_wall(wall, sandbox, canary))
            if going:
                going()
    seal_walls(folder, {finding.name: finding.held for finding in findings})
    extra = _extra_walls(folder) if all(finding.held for finding in findings) else {}
    return Examination(tuple(findings), extra, versions(folder), time.monotonic() - started)


def examine_wall(wall: Wall, place: Place, canary: Canary) -> Finding:
    """Try one wall. A trial that can't be carried out is one that was not stood."""
    started = time.monotonic()
    try:
        holes = tuple(wall.look(place, canary))
    except SandboxError as error:
        holes = (f"it could not be tried: {error}",)
    return Finding(wall.name, wall.promise, holes, wall.ways, time.monotonic() - started)


def _extra_walls(folder: Path) -> dict[str, str]:
    with Sandbox(folder) as sandbox:
        sandbox.warm_up()
        return sandbox.extra_walls


def versions(folder: Path) -> dict[str, str]:
    """What is examined: versions of the tutor and what it runs on, and hashes of the guest and the native code."""
    seal = read_seal(folder)
    return {
        "tutor": version("facility-tutor"),
        "guest": seal.guest if seal else "",
        "native": seal.native if seal else "",
        "wasmtime": seal.wasmtime.removeprefix("wasmtime-") if seal else "",
        "machine": seal.machine if seal else "",
        "system": platform.platform(),
        "python": platform.python_version(),
    }
