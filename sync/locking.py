"""One process at a time: a lock that the system lets go of when its holder dies."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from .durable import open_plain
from .errors import Busy

_PAUSE = 0.02

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Lock:
    """Holds the file `path` until `release`, at most waiting `patience` seconds for it; raises Busy."""

    def __init__(self, path: Path, busy: str, patience: float = 0.0) -> None:
        self._descriptor: int | None = None
        descriptor = open_plain(path, os.O_RDWR | os.O_CREAT)
        end = time.monotonic() + patience
        while True:
            try:
                _take(descriptor)
            except OSError:
                if time.monotonic() >= end:
                    os.close(descriptor)
                    raise Busy(busy) from None
                time.sleep(_PAUSE)
            else:
                self._descriptor = descriptor
                return

    @property
    def held(self) -> bool:
        """Whether the lock has not been released yet."""
        return self._descriptor is not None

    def release(self) -> None:
        """Lets others in; a second call does nothing."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()
