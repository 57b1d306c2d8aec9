"""Answer jobs until the parent closes the pipe, or compile the sandbox once."""

from __future__ import annotations

import hashlib
import os
import sys
import threading
import time

from wasmtime import component

from ..clearing import take_away_folder
from .clock import new_engine
from .door import PARENT, Run
from .machine import Machine
from .pipes import Pipes


def compile_to(wasm: str, target: str) -> None:
    """Make native code of the component and put it in place at once."""
    code = component.Component.from_file(new_engine(), wasm).serialize()
    part = f"{target}.part-{os.getpid()}"
    with open(part, "wb") as file:
        file.write(code)
        file.flush()
        os.fsync(file.fileno())
    os.replace(part, target)
    sys.stdout.write(hashlib.sha256(code).hexdigest())


def serve(machine: Machine, pipes: Pipes) -> None:
    """Do jobs one after the other."""
    threading.Thread(target=_end_with_parent, args=(machine.root,), daemon=True).start()
    pipes.send({"ready": True, "walls": machine.walls})
    machine.rest()
    while frame := pipes.receive():
        if "forget" in frame:
            machine.forget()
            machine.rest()
            continue
        pipes.send({"done": machine.run(Run(frame["job"], pipes))})
        machine.rest()


def _end_with_parent(root: str) -> None:
    """A worker whose parent is gone ends, whatever its program waits for, and leaves nothing of it.

    PR_SET_PDEATHSIG would be quicker, but it watches the thread that started the worker, not the parent.
    """
    while os.getppid() == PARENT:
        time.sleep(1.0)
    take_away_folder(root)
    os._exit(0)
