"""The compiled sandbox and its instances. While nobody waits, it keeps a few fresh ones in store."""

from __future__ import annotations

import contextlib
import os
import queue
import sys
import threading
import time
import traceback

from wasmtime import component

from .clock import Clock, new_engine
from .door import Run
from .folder import TESTS, WORK, Folder
from .instance import Gone, Instance, ticks_of
from .pipes import Frame

try:
    import resource
except ImportError:  # only Unix has it
    resource = None  # type: ignore[assignment]

MEMORY = 320 * 1024 * 1024
"""Bytes an instance in store may use; a job with another limit gets an instance of its own."""

ROOMY = 120 * 1024 * 1024
"""Bytes; a worker that holds more gives memory back before it answers."""

QUIET = 0.03
"""Seconds without a job until the worker tidies up: not between two checks of one answer."""

SPARES = 3
"""Fresh instances kept in store: most exercises have no more checks. Each counts for about 20 MiB, mostly shared."""


class Machine:
    """Does jobs, one after the other."""

    def __init__(self, compiled: str, root: str) -> None:
        """`compiled` is the native code; `root` a private folder for the files of programs."""
        self.root = root
        self.engine = new_engine()
        self.component = component.Component.deserialize_file(self.engine, compiled)
        self.clock = Clock(self.engine)
        self.exports = [self.component.get_export_index(name) for name in ("run", "reach")]
        self._spares: queue.SimpleQueue[Instance] = queue.SimpleQueue()
        self._used: queue.SimpleQueue[Instance] = queue.SimpleQueue()
        self._idle = threading.Event()
        self._rested = 0.0
        threading.Thread(target=self._keep_spares, daemon=True).start()

    def rest(self) -> None:
        """Nobody waits: throw away what was used, and fill the store."""
        self._rested = time.monotonic()
        self._idle.set()

    def _keep_spares(self) -> None:
        """A fault here would only show as slowness: it ends the worker instead, and the parent tells why."""
        try:
            self._keep_house()
        except BaseException:  # noqa: BLE001  (whatever it was, the worker must not limp on)
            traceback.print_exc()
            sys.stderr.flush()
            os._exit(1)

    def _keep_house(self) -> None:
        while True:
            self._idle.wait()
            if time.monotonic() - self._rested < QUIET:
                time.sleep(QUIET)
                continue
            with contextlib.suppress(queue.Empty):
                self._used.get_nowait().close()
                continue
            if self._spares.qsize() >= SPARES:
                self._idle.clear()
                continue
            spare = Instance(self, MEMORY)
            spare.rehearse()
            self._spares.put(spare)

    def _instance(self, memory: int) -> Instance:
        if memory == MEMORY:
            with contextlib.suppress(queue.Empty):
                return self._spares.get_nowait()
        return Instance(self, memory)

    def run(self, run: Run) -> Frame:
        """Do one job in a fresh instance, or in two; everything they made is gone afterwards."""
        self._idle.clear()
        started = time.process_time()
        instance = self._instance(run.job["limits"]["memory"])
        used = [instance]
        instance.folder.lay_out(WORK, run.job["files"])
        instance.folder.lay_out(TESTS, run.job["tests"])

        def over() -> bool:
            if any(one.folder.is_over() for one in used):
                run.ending = "files"
            return run.ending == "files"

        self.clock.start(ticks_of(run), over)
        try:
            if run.job["kind"] == "examine":
                used.append(self._pupil(run, instance))
            facts = instance.do(run)
            if over():
                facts = {"ending": run.ending}
        except Gone:
            facts = {"ending": run.ending}
        finally:
            self.clock.stop()
            for one in used:
                self._put_away(one)
        return {**facts, "transcript": run.transcript, "seconds": time.process_time() - started}

    def _pupil(self, run: Run, examiner: Instance) -> Instance:
        """The guest for the learner's program: it gets what the program may have, and nothing of the tests."""
        memory = run.job["limits"]["memory"]
        if run.job["shared"]:
            pupil = Instance(self, memory, Folder(self.root, work=examiner.folder.inside(WORK)))
        else:
            pupil = self._instance(memory)
            pupil.folder.lay_out(WORK, run.job["handed"])
        examiner.pair_with(pupil, run)
        return pupil

    def _put_away(self, instance: Instance) -> None:
        """Throwing an instance away takes longer than most jobs; it can wait until nobody does."""
        if self._used.qsize() < SPARES and private_memory() < ROOMY:
            self._used.put(instance)
        else:
            instance.close()


def private_memory() -> int:
    """Bytes of memory this process holds for itself; where that can't be told, as if it were too many."""
    try:
        with open("/proc/self/statm", "rb") as file:
            pages = file.read().split()
        return (int(pages[1]) - int(pages[2])) * resource.getpagesize()
    except (OSError, AttributeError):
        return ROOMY
