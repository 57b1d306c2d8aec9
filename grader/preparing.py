"""Make the sandbox ready on a computer: compile it once, then try its walls."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from .native import NativeChangedError, SandboxError, UntrustedError, must_be_ours, read_seal, seal_native, take_away
from .sandbox import compile_native

if TYPE_CHECKING:
    from .doctor import Examination


def prepare(folder: Path, waiting: Callable[[float], None] | None = None) -> Examination:
    """Compile the sandbox to native code if need be (5 to 40 seconds of processor time), and try its walls (about 5).

    `waiting` is called now and then with the seconds gone by. Raises `SandboxError`. A wall that does not hold
    is in what is returned and in the seal: then a `Sandbox` there runs nothing.
    """
    from .doctor import examine  # noqa: PLC0415  (only who prepares loads what trying needs)

    started = time.monotonic()

    def going() -> None:
        if waiting:
            waiting(time.monotonic() - started)

    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise SandboxError(f"The folder {folder} can't be made ({error.strerror}). Ask staff to look at it.") from None
    must_be_ours(folder, folder.stat())
    if _is_sealed(folder):
        with suppress(NativeChangedError):
            return examine(folder, going)
    take_away(folder)
    seal_native(folder, compile_native(folder, going))
    return examine(folder, going)


def _is_sealed(folder: Path) -> bool:
    try:
        return read_seal(folder) is not None
    except UntrustedError:
        return False  # what others could have changed is made again
