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
from .folder import TESTS, WORK, Folder, open_files
from .instance import Gone, Instance, ticks_of
from .pipes import Frame
from .walls import raise_walls

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

STOP = "stop"
"""The file in the worker's folder that the parent makes when an entry of a prompt should stop."""

MANY_OPEN = 64
"""Open files of this process, with which an instance is not kept until later."""

MOST_USED = 4
"""Instances that wait to be thrown away when nobody waits."""

SPARES = 3
"""Fresh instances kept in store: most exercises have no more checks. Each counts for about 20 MiB, mostly shared."""


try:
    # Opened here, as behind its walls the worker can open no file but those of programs.
    _STATM = os.open("/proc/self/statm", os.O_RDONLY)
except OSError:
    _STATM = -1


class Machine:
    """Does jobs, one after the other."""

    def __init__(self, compiled: str, root: str, *, bare: bool = False) -> None:
        """`compiled` is the native code; `root` a private folder for the files of programs; `bare`: no extra walls."""
        self.root = root
        self.engine = new_engine()
        self.component = component.Component.deserialize_file(self.engine, compiled)
        # Threads that are started from here on are behind the same walls; those before would not be.
        self.walls = {} if bare else raise_walls(root)
        self.clock = Clock(self.engine)
        self.exports = [self.component.get_export_index(name) for name in ("run", "reach")]
        self._spares: queue.SimpleQueue[Instance] = queue.SimpleQueue()
        self._used: queue.SimpleQueue[Instance] = queue.SimpleQueue()
        self._prompt: tuple[str, Instance] | None = None
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
        session = run.job["session"]
        instance = self._at_prompt(run) if session else self._fresh(run)
        if instance is None:
            return {"ending": "died", "lost": True, "began": False, "transcript": [], "seconds": 0.0}
        used = [instance]

        def over() -> bool:
            if any(one.folder.is_over() for one in used):
                run.ending = "files"
            return run.ending == "files"

        self.clock.start(ticks_of(run), over, run.beat)
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
            lost = instance.is_lost or run.ending is not None
            if session:
                self._prompt = None if lost else (session, used.pop())
            for one in used:
                self._put_away(one)
        return {
            **facts,
            "transcript": run.transcript,
            "steps": run.steps,
            "seconds": time.process_time() - started,
            "began": True,
            "lost": lost,
            "stopped_for": run.stopped_for,
        }

    def _fresh(self, run: Run) -> Instance:
        """A fresh instance with the files of a job in it."""
        instance = self._instance(run.job["limits"]["memory"])
        instance.folder.lay_out(WORK, run.job["files"])
        instance.folder.lay_out(TESTS, run.job["tests"])
        return instance

    def _at_prompt(self, run: Run) -> Instance | None:
        """The instance of a prompt, a fresh one if it begins; nothing if it is not there any more."""
        run.flag = os.path.join(self.root, STOP)
        if run.job["begin"]:
            self.forget()
            return self._fresh(run)
        if self._prompt and self._prompt[0] == run.job["session"]:
            return self._prompt[1]
        return None

    def forget(self) -> None:
        """Throw away the instance that is kept for a prompt."""
        if self._prompt:
            self._put_away(self._prompt[1])
            self._prompt = None

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
        # Files that a program has left open would be counted as the next one's.
        if self._used.qsize() < MOST_USED and private_memory() < ROOMY and len(open_files()) < MANY_OPEN:
            self._used.put(instance)
        else:
            instance.close()


def private_memory() -> int:
    """Bytes of memory this process holds for itself; where that can't be told, as if it were too many."""
    try:
        pages = os.pread(_STATM, 200, 0).split()
        return (int(pages[1]) - int(pages[2])) * resource.getpagesize()
    except (OSError, AttributeError, IndexError):
        return ROOMY
