"""System calls that the worker gives up for good with seccomp: new programs, sockets, looking into others.

The numbers are those of Linux on x86-64, where this was tested; elsewhere nothing is given up. A filter is a
small program of the kernel's own kind (BPF, see <linux/filter.h> and <linux/seccomp.h>) that is asked at each call.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import sys

CLONE, CLONE_THREAD, CLONE3 = 56, 0x10000, 435
GIVEN_UP = {
    "socket": 41, "connect": 42, "bind": 49, "socketpair": 53, "fork": 57, "vfork": 58, "execve": 59, "kill": 62,
    "ptrace": 101, "mount": 165, "add_key": 248, "request_key": 249, "keyctl": 250, "unshare": 272,
    "perf_event_open": 298, "setns": 308, "process_vm_readv": 310, "process_vm_writev": 311, "bpf": 321,
    "execveat": 322, "userfaultfd": 323, "pidfd_send_signal": 424, "io_uring_setup": 425, "pidfd_open": 434,
    "pidfd_getfd": 438,
}  # fmt: skip

X86_64, OTHER_NUMBERS = 0xC000003E, 0x40000000
"""What the kernel calls this machine; numbers from there on are the same calls under other numbers."""

LOAD, EQUAL, AT_LEAST, HAS_BIT, ANSWER = 0x20, 0x15, 0x35, 0x45, 0x06
NUMBER, MACHINE, FIRST_ARGUMENT = 0, 4, 16
"""Where in what the kernel shows of a call these stand."""
ALLOW, SAY = 0x7FFF0000, 0x00050000
PR_SET_SECCOMP, FILTER = 22, 2


class _Step(ctypes.Structure):
    _fields_ = (("code", ctypes.c_uint16), ("yes", ctypes.c_uint8), ("no", ctypes.c_uint8), ("value", ctypes.c_uint32))


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("steps", ctypes.POINTER(_Step)))


def _steps() -> list[tuple[int, int, int, int]]:
    """The filter: code, how many steps to skip if yes and if no, value."""
    calls = list(GIVEN_UP.values())
    # After the calls stand: allow, two steps about clone, allow, deny, "no such call".
    deny, no_such_call, about_clone = 4, 5, 1
    left = len(calls)
    return [
        (LOAD, 0, 0, MACHINE),
        (EQUAL, 0, left + 4 + deny, X86_64),
        (LOAD, 0, 0, NUMBER),
        (AT_LEAST, left + 2 + deny, 0, OTHER_NUMBERS),
        (EQUAL, left + 1 + no_such_call, 0, CLONE3),
        (EQUAL, left + about_clone, 0, CLONE),
        *((EQUAL, left - 1 - n + deny, 0, call) for n, call in enumerate(calls)),
        (ANSWER, 0, 0, ALLOW),
        (LOAD, 0, 0, FIRST_ARGUMENT),
        (HAS_BIT, 0, 1, CLONE_THREAD),
        (ANSWER, 0, 0, ALLOW),
        (ANSWER, 0, 0, SAY | errno.EPERM),
        (ANSWER, 0, 0, SAY | errno.ENOSYS),  # so that the C library asks for its threads by clone
    ]


def give_up_calls() -> str:
    """Set the filter for this thread and those it starts; "" where that can't be done. Needs no_new_privs."""
    if sys.platform != "linux" or platform.machine() != "x86_64" or sys.maxsize < 2**32:
        return ""
    steps = [_Step(*step) for step in _steps()]
    program = _Program(len(steps), (_Step * len(steps))(*steps))
    zero = ctypes.c_ulong(0)
    done = ctypes.CDLL(None).prctl(PR_SET_SECCOMP, ctypes.c_ulong(FILTER), ctypes.byref(program), zero, zero)
    return f"{len(GIVEN_UP)} calls" if done == 0 else ""
