"""A real terminal: the tutor in a pty, its keys as bytes, its screen as a person sees it."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from typing import Self

import pyte

F_KEYS = {1: "\x1b[[A", 5: "\x1b[[E", 6: "\x1b[17~", 7: "\x1b[18~", 8: "\x1b[19~", 10: "\x1b[21~"}
"""What the Linux console sends."""


def tutor_command(*arguments: str) -> list[str]:
    """The real program, as a person's shell starts it."""
    return [sys.executable, "-I", "-m", "tutor", *arguments]


def plain_environment(**more: str) -> dict[str, str]:
    """An environment without this machine's habits."""
    return {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": "/nonexistent", **more}


class Terminal:
    """A program in a terminal of its own. Use as a context manager: leaving kills it."""

    def __init__(self, command: list[str], environment: dict[str, str], columns: int = 80, rows: int = 24) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = bytearray()
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True, close_fds=True
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        if self._master >= 0:
            os.close(self._master)

    def kill(self) -> None:
        """A power cut: nothing is told, nothing can be saved any more."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def hang_up(self) -> None:
        """Take the terminal away."""
        os.close(self._master)
        self._master = -1

    def read(self, seconds: float = 0.05) -> bytes:
        """Take in what was written within so many seconds."""
        taken = bytearray()
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            ready, _, _ = select.select([self._master], [], [], left)
            if not ready:
                break
            try:
                piece = os.read(self._master, 65536)
            except OSError:
                break
            if not piece:
                break
            taken += piece
            # pyte takes private modes with ">" or "=" for text; no terminal shows them.
            self._stream.feed(piece.replace(b"\x1b[>25u", b"").replace(b"\x1b[<u", b""))
        self.raw += taken
        return bytes(taken)

    @property
    def text(self) -> str:
        """The screen, line by line."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def send(self, keys: str | bytes) -> None:
        """Type."""
        os.write(self._master, keys if isinstance(keys, bytes) else keys.encode())

    def f(self, number: int) -> None:
        """Press a function key."""
        self.send(F_KEYS[number])

    def sees(self, text: str, seconds: float = 30.0) -> str:
        """Wait until a text is on the screen."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.read(0.05)
            if text in self.text:
                return self.text
            if self.process.poll() is not None and not self.read(0.1) and text not in self.text:
                break
        raise AssertionError(f"{text!r} did not appear (exit {self.process.poll()}) on:\n{self.text}")

    def sign_up(self, name: str = "Ada", pin: str = "1234") -> None:
        """Make a name and go home."""
        self.sees("Welcome")
        self.send("\x1b[F")
        self.send("\r")
        self.sees("What is your name?")
        self.send(f"{name}\r")
        self.sees("Now choose 4 numbers")
        self.send(f"{pin}\r")
        self.sees("once more")
        self.send(f"{pin}\r")
        self.sees("What would you like to do?")

    def sign_in(self, name: str = "Ada", pin: str = "1234") -> None:
        """Pick the first name and go home."""
        self.sees(name)
        self.send("\r")
        self.sees("Type your 4 numbers")
        self.send(f"{pin}\r")
        self.sees("What would you like to do?")
