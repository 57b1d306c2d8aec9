"""Answer jobs until the parent closes the pipe, or compile the sandbox once."""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time

from wasmtime import component

from .clock import new_engine
from .door import PARENT, Run
from .machine import Machine
from .pipes import Pipes

try:
    import resource
except ImportError:  # only Unix has it
    resource = None  # type: ignore[assignment]

BIGGEST_FILE = 16 * 1024 * 1024
"""Bytes; no file that this process writes grows larger, whatever a program does between two looks at its folder."""


def compile_to(wasm: str, target: str) -> None:
    """Make native code of the component and put it in place at once."""
    code = component.Component.from_file(new_engine(), wasm).serialize()
    part = f"{target}.part-{os.getpid()}"
    with open(part, "wb") as file:
        file.write(code)
        file.flush()
        os.fsync(file.fileno())
    os.replace(part, target)


def serve(compiled: str, root: str) -> None:
    """Do jobs one after the other; `root` is taken away at the end."""
    pipes = Pipes(sys.stdin.buffer, sys.stdout.buffer)
    machine = Machine(compiled, root)
    pipes.send({"ready": True})
    machine.rest()
    while frame := pipes.receive():
        if "forget" in frame:
            machine.forget()
            machine.rest()
            continue
        pipes.send({"done": machine.run(Run(frame["job"], pipes))})
        machine.rest()


def _end_with_parent(root: str) -> None:
    """A worker whose parent is gone ends, whatever its program waits for."""
    while os.getppid() == PARENT:
        time.sleep(1.0)
    shutil.rmtree(root, ignore_errors=True)
    os._exit(0)


def _be_small() -> None:
    """On Unix: no core files, and no large ones."""
    if resource is None:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (BIGGEST_FILE, BIGGEST_FILE))


def main(arguments: list[str]) -> None:
    """`--compile WASM COMPILED`, or `COMPILED FOLDER`."""
    if arguments[0] == "--compile":
        compile_to(arguments[1], arguments[2])
        return
    _be_small()
    compiled, root = arguments
    threading.Thread(target=_end_with_parent, args=(root,), daemon=True).start()
    serve(compiled, root)
