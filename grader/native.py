"""The sandbox's native code on this computer, and the seal beside it that says what it is and what was proved.

wasmtime runs native code as it is, so it must be the file that the tutor itself made. The seal holds its hash;
the worker loads a file only if it has that hash. The seal also says which walls `tutor doctor` saw hold.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
GUEST = HERE / "guest.wasm"
"""The component, made by the build (see `guest_build.py`)."""

PROVING = "attacks clearing conversation doctor forgeries frames grading judging kinds native sandbox walls".split()
WALL_CODE = (*sorted((HERE / "worker").glob("*.py")), *(HERE / f"{name}.py" for name in PROVING))
"""The files of ours that the walls are made of, and those that prove them: what was proved holds for these only."""

FORMAT = 1


class SandboxError(Exception):
    """The sandbox can't be had. It is never a learner's doing, and never a verdict."""


class NativeChangedError(SandboxError):
    """The native code is not the one that was sealed. It has been taken away; `prepare` makes it again."""


class UntrustedError(SandboxError):
    """Somebody else could have changed a file or folder of the sandbox."""


@dataclass(frozen=True, slots=True)
class Seal:
    """What lies beside the native code."""

    guest: str
    """Fingerprint of what the component was built from."""
    native: str
    """SHA-256 of the native code, taken when it was made."""
    wasmtime: str
    machine: str
    code: str = ""
    """Fingerprint of the files in `WALL_CODE` when the walls were proved."""
    walls: Mapping[str, bool] = field(default_factory=dict)
    """Each wall and whether it held; none before the first proof."""
    format: int = FORMAT

    @property
    def is_proved(self) -> bool:
        """Whether the walls were tried, by the code that is here now."""
        return bool(self.walls) and self.code == wall_code()

    @property
    def holds(self) -> bool:
        """Whether every wall held when they were tried."""
        return self.is_proved and all(self.walls.values())


def compiled_path(folder: Path) -> Path:
    """Where the native code for this build of the guest, this wasmtime and this kind of machine belongs."""
    return folder / f"{guest_fingerprint()[:24]}-{_wasmtime()}-{platform.machine()}.native"


def seal_path(folder: Path) -> Path:
    """Where its seal belongs."""
    return compiled_path(folder).with_suffix(".native.seal")


def guest_fingerprint() -> str:
    """What the component was built from, as one hash. Raises `SandboxError` if it was never built."""
    try:
        return GUEST.with_suffix(".sha256").read_text(encoding="ascii").strip()
    except OSError:
        raise SandboxError(
            "The sandbox was not built, so programs can't be run. Install facility-tutor again with ./run."
        ) from None


@cache
def wall_code() -> str:
    """One hash over the files that the walls are made of."""
    whole = hashlib.sha256()
    for path in WALL_CODE:
        whole.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


@cache
def _wasmtime() -> str:
    """`wasmtime-` and its version, from the name of the folder that says what is installed.

    importlib.metadata tells the same, but loading it takes a tenth of the tutor's whole start.
    """
    found = find_spec("wasmtime")
    site = Path(found.origin).parent.parent if found and found.origin else None
    names = [path.stem for path in site.glob("wasmtime-*.dist-info")] if site else []
    if len(names) != 1:
        raise SandboxError(
            "wasmtime is not installed, so programs can't be run. Install facility-tutor again with ./run."
        )
    return names[0]


def read_seal(folder: Path) -> Seal | None:
    """The seal of the native code in a folder, if there is one and it fits this computer and this tutor.

    Raises `UntrustedError` if the folder, the seal or the native code could be changed by somebody else.
    """
    try:
        must_be_ours(folder, folder.stat())
        must_be_ours(compiled_path(folder), compiled_path(folder).lstat())
        with seal_path(folder).open("rb") as file:
            must_be_ours(seal_path(folder), os.fstat(file.fileno()))
            seal = _seal_from(file.read(100_000))
    except OSError:
        return None
    fits = seal is not None and seal == replace(seal, **_what_it_is(seal.native))
    return seal if fits else None


def must_be_ours(path: Path, facts: os.stat_result) -> None:
    """Raise `UntrustedError` if somebody else owns what has these `facts`, or may write it."""
    if os.name == "posix" and (facts.st_uid not in (0, os.getuid()) or facts.st_mode & 0o022):
        raise UntrustedError(
            f"Other people on this computer can change {path}, so it can't be trusted. "
            "Ask staff to delete it and run `tutor prepare`."
        )


def _seal_from(content: bytes) -> Seal | None:
    try:
        said: dict[str, Any] = json.loads(content)
        seal = Seal(**said)
        sound = all(type(getattr(seal, name)) is str for name in ("guest", "native", "wasmtime", "machine", "code"))
        sound = sound and type(seal.walls) is dict and all(type(held) is bool for held in seal.walls.values())
    except (ValueError, TypeError, RecursionError):
        return None
    return seal if sound and seal.format == FORMAT else None


def _what_it_is(native: str) -> dict[str, Any]:
    return {
        "guest": guest_fingerprint(),
        "native": native,
        "wasmtime": _wasmtime(),
        "machine": f"{platform.system()} {platform.machine()}",
        "format": FORMAT,
    }


def seal_native(folder: Path, native: str) -> None:
    """Seal native code that has been made just now and whose SHA-256 is `native`; its walls are still to be proved."""
    _write(folder, Seal(**_what_it_is(native)))


def seal_walls(folder: Path, walls: Mapping[str, bool]) -> None:
    """Write down which walls held. Raises `SandboxError` if there is nothing sealed."""
    seal = read_seal(folder)
    if seal is None:
        raise NativeChangedError("The sandbox on this computer was changed. Run `tutor prepare`, then try again.")
    _write(folder, replace(seal, code=wall_code(), walls=dict(walls)))


def _write(folder: Path, seal: Seal) -> None:
    target = seal_path(folder)
    part = target.with_name(f"{target.name}.part-{os.getpid()}")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            json.dump(asdict(seal), file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except OSError as error:
        raise SandboxError(f"{target} can't be written ({error.strerror}). Ask staff to look at the disk.") from None


def take_away(folder: Path) -> None:
    """Delete all native code and seals in a folder, those of older versions too."""
    for old in folder.glob("*.native*"):
        with suppress(OSError):
            old.unlink()


def is_prepared(folder: Path) -> bool:
    """Whether the native code is there, sealed, and its walls have been tried; if not, `prepare` is what is needed."""
    try:
        seal = read_seal(folder)
    except UntrustedError:
        return False
    return seal is not None and seal.is_proved
