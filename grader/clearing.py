"""Take away the folders of workers, whatever their programs have made of them."""

from __future__ import annotations

import os
from contextlib import suppress
from itertools import count
from pathlib import Path

WORK_PREFIX = "work-"
"""How the folders of workers begin; then comes the process that made them."""


def take_away_folder(top: str) -> None:
    """Remove a folder and all that is in it. A program may have made it too deep for any path or recursion.

    So what lies in a folder is moved up to the top before the folder itself goes. What can't be removed stays.
    """
    numbers = count()
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        with suppress(OSError):
            for entry in list(os.scandir(folder)):
                with suppress(OSError):
                    if entry.is_dir(follow_symlinks=False):
                        up = os.path.join(top, f"going-{next(numbers)}")  # noqa: PTH118  (Path can't hold a lone surrogate)
                        os.rename(entry.path, up)  # noqa: PTH104
                        waiting.append(up)
                    else:
                        os.unlink(entry.path)  # noqa: PTH108
            os.rmdir(folder)  # noqa: PTH106
    with suppress(OSError):
        os.rmdir(top)  # noqa: PTH106


def sweep(folder: Path) -> None:
    """Take away the folders of workers whose tutor is no more, as after a power cut."""
    for left in folder.glob(f"{WORK_PREFIX}*"):
        number = left.name.removeprefix(WORK_PREFIX).partition("-")[0]
        if number.isdecimal() and not _is_alive(int(number)):
            take_away_folder(str(left))


def _is_alive(pid: int) -> bool:
    if os.name != "posix":
        return pid == os.getpid()
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
