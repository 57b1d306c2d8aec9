"""Load the native code, if it is the file that was sealed. It is hashed while wasmtime is being imported."""

from __future__ import annotations

import hashlib
import importlib
import mmap
import os
import sys
import threading
from contextlib import suppress

from .pipes import Pipes

OPEN_FILES = "/proc/self/fd"
"""Where Linux shows the open files of a process under their numbers."""


class Sealed:
    """The file of native code, open, and whether it is the one that was sealed."""

    def __init__(self, compiled: str, native: str) -> None:
        """`native` is the SHA-256 that the file must have. Hashing begins at once, in a thread of its own."""
        self._native = native
        self._found = ""
        self._file = open(compiled, "rb")  # noqa: SIM115  (closed in `close`)
        # On Linux the file that was hashed is the one that is loaded, even if another has taken its name meanwhile.
        through = f"{OPEN_FILES}/{self._file.fileno()}"
        self.path = through if os.path.exists(through) else compiled
        self._hashing = threading.Thread(target=self._hash)
        self._hashing.start()

    def _hash(self) -> None:
        # In one piece, so that the interpreter's lock is let go once and the import beside it is not held up.
        with suppress(ValueError, OSError), mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            self._found = hashlib.sha256(content).hexdigest()

    def is_whole(self) -> bool:
        """Whether the file has the hash it must have."""
        self._hashing.join()
        return self._found == self._native

    def close(self) -> None:
        """Let go of the file, when it has been loaded."""
        self._file.close()


def main(arguments: list[str]) -> None:
    """`--compile WASM COMPILED`, or `COMPILED SHA256 FOLDER`, with `--bare` for no extra walls."""
    if arguments[0] == "--compile":
        importlib.import_module("grader.worker.serving").compile_to(arguments[1], arguments[2])
        return
    compiled, native, root, *bare = arguments
    sealed = Sealed(compiled, native)
    pipes = Pipes(sys.stdin.buffer, sys.stdout.buffer)
    serving = importlib.import_module("grader.worker.serving")
    if not sealed.is_whole():
        pipes.send({"changed": True})
        return
    machine = serving.Machine(sealed.path, root, bare=bool(bare))
    sealed.close()
    serving.serve(machine, pipes)
