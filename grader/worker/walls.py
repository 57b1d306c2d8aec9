"""What the worker drops of its own power once it has loaded everything: extra walls, never relied on.

The sandbox itself is what holds a program. If it had a hole, what came through would find itself in a process
that can open no file but those of programs, start no program and use no network, where the system has a way to
say so. The numbers are those of <linux/landlock.h>; Landlock is called by hand because no package that is kept
up does it.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable

from .calls import give_up_calls

try:
    import resource
except ImportError:  # only Unix has it
    resource = None  # type: ignore[assignment]

BIGGEST_FILE = 16 * 1024 * 1024
"""Bytes; no file that this process writes grows larger, whatever a program does between two looks at its folder."""

MOST_MEMORY = 3 * 1024 * 1024 * 1024
"""Bytes that this process may write to, all instances together; the largest one may have 320 MiB."""

MOST_FILES = 1024
"""Files that may be open at once."""

PR_SET_NO_NEW_PRIVS = 38
CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
ASK_VERSION = 1
PATH_BENEATH = 1

WRITE_FILE, READ_FILE, READ_DIR, REMOVE_DIR, REMOVE_FILE = (1 << bit for bit in range(1, 6))
MAKE_DIR, MAKE_REG, MAKE_SYM, REFER, TRUNCATE, IOCTL_DEV = (1 << bit for bit in (7, 8, 12, 13, 14, 15))
OF_VERSION_1 = (1 << 13) - 1
"""All rights over files that Landlock knew first; to start a file as a program is among them."""

WORKING = (
    WRITE_FILE | READ_FILE | READ_DIR | REMOVE_DIR | REMOVE_FILE | MAKE_DIR | MAKE_REG | MAKE_SYM | REFER | TRUNCATE
)
"""What the worker does in its own folder: no devices, sockets or pipes are made there, and nothing is started."""

BIND_AND_CONNECT = 0b11
"""All that Landlock knows of TCP."""

SOCKETS_AND_SIGNALS = 0b11
"""Abstract sockets and signals of processes outside."""


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scopes", ctypes.c_uint64))


class _PathBeneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32))


def raise_walls(root: str) -> dict[str, str]:
    """Drop what can be dropped; for each extra wall how it stands, "" where this system has none.

    Holds for this thread and those it starts from now on. Only files below `root` can be opened afterwards.
    """
    return {
        "rlimits": _tried(_limit),
        "no_new_privs": _tried(_no_new_privileges),
        "landlock": _tried(lambda: _landlock(root)),
        "seccomp": _tried(give_up_calls),
    }


def _tried(raise_one: Callable[[], str]) -> str:
    try:
        return raise_one()
    except (OSError, ValueError, AttributeError):
        return ""


def _limit() -> str:
    if resource is None:
        return ""
    limits = {"CORE": 0, "FSIZE": BIGGEST_FILE, "NOFILE": MOST_FILES, "DATA": MOST_MEMORY}
    for name, most in limits.items():
        number = getattr(resource, f"RLIMIT_{name}")
        hard = resource.getrlimit(number)[1]
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(number, (least, least))
    return ", ".join(limits).lower()


def _system_call(number: int, *arguments: object) -> int:
    """Ask the kernel of Linux by number; -1 when it says no. Raises `OSError` on other systems."""
    if sys.platform != "linux":
        raise OSError("not Linux")
    call = ctypes.CDLL(None).syscall
    call.restype = ctypes.c_long
    whole = (ctypes.c_long(part) if isinstance(part, int) else part for part in (number, *arguments))
    answer: int = call(*whole)
    return answer


def _no_new_privileges() -> str:
    if sys.platform != "linux":
        return ""
    zero = ctypes.c_ulong(0)
    done = ctypes.CDLL(None).prctl(PR_SET_NO_NEW_PRIVS, ctypes.c_ulong(1), zero, zero, zero)
    return "set" if done == 0 else ""


def _landlock(root: str) -> str:
    version = _system_call(CREATE_RULESET, None, 0, ASK_VERSION)
    if version < 1:
        return ""
    newer = sum(right for since, right in ((2, REFER), (3, TRUNCATE), (5, IOCTL_DEV)) if version >= since)
    wanted = _Ruleset(
        OF_VERSION_1 | newer, BIND_AND_CONNECT if version >= 4 else 0, SOCKETS_AND_SIGNALS if version >= 6 else 0
    )
    size = 24 if version >= 6 else 16 if version >= 4 else 8
    ruleset = _system_call(CREATE_RULESET, ctypes.byref(wanted), size, 0)
    folder = os.open(root, os.O_PATH | os.O_CLOEXEC)
    try:
        rule = _PathBeneath(WORKING & wanted.files, folder)
        if _system_call(ADD_RULE, ruleset, PATH_BENEATH, ctypes.byref(rule), 0) != 0:
            return ""
        if _system_call(RESTRICT_SELF, ruleset, 0) != 0:
            return ""
    finally:
        os.close(folder)
        if ruleset >= 0:
            os.close(ruleset)
    return f"version {version}"
