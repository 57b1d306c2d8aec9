"""The worker: a process of its own that runs jobs in the sandbox, one fresh instance for each.

It is started by path, never imported: `python -I worker.py COMPILED`, or
`python -I worker.py --compile WASM COMPILED` to make the native code once.
It needs wasmtime and the standard library, and speaks frames of JSON over its
pipes: four bytes of length, big end first, then that many bytes.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import shutil
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any, BinaryIO

import wasmtime
from wasmtime import component

try:
    import resource
except ImportError:  # only Unix has it
    resource = None  # type: ignore[assignment]

TICK = 0.005
"""Seconds of processor time that one epoch lasts."""

MAX_ANSWER = 4 * 1024 * 1024
"""Characters of a guest's answer."""

CHANNELS = (1, 2, 3)
"""Output, errors, and the prompt of input(); 0 is what is typed, which a program does not write."""

ENDINGS = frozenset({"finished", "exited", "raised", "fault"})
"""What a guest can say of its own end; all other ends are seen from outside."""

PARENT = os.getppid()

MEMORY = 320 * 1024 * 1024
"""Bytes an instance in store may use; a job with another limit gets an instance of its own."""

ROOMY = 120 * 1024 * 1024
"""Bytes; a worker that holds more gives memory back before it answers."""

QUIET = 0.03
"""Seconds without a job until the worker tidies up: not between two checks of one answer."""

SPARES = 3
"""Fresh instances kept in store: most exercises have no more checks. Each counts for about 20 MiB, mostly shared."""

REHEARSAL_TICKS = 2000
"""Ten seconds: a rehearsal that takes longer is a fault."""

LOOK = 0.04
"""Seconds between two looks of the clock whether a job has begun."""

MAX_FRAME = 16 * 1024 * 1024
"""Bytes; a longer frame from the parent is a fault of ours."""

Frame = dict[str, Any]


class _TooMuch(Exception):
    """The program wrote more than it may."""


class _TooLong(Exception):
    """The program slept longer than it may."""


def new_engine() -> wasmtime.Engine:
    """An engine whose settings must be the same for compiling and for running."""
    config = wasmtime.Config()
    config.epoch_interruption = True
    config.wasm_component_model = True
    config.max_wasm_stack = 2 * 1024 * 1024
    return wasmtime.Engine(config)


class Pipes:
    """Frames to and from the parent."""

    def __init__(self, source: BinaryIO, sink: BinaryIO) -> None:
        self._source, self._sink = source, sink

    def receive(self) -> Frame | None:
        """The next frame, or nothing when the parent has gone."""
        head = self._source.read(4)
        if len(head) < 4:
            return None
        length = int.from_bytes(head, "big")
        if length > MAX_FRAME:
            return None
        body = self._source.read(length)
        return json.loads(body) if len(body) == length else None

    def send(self, frame: Frame) -> None:
        """Write one frame at once."""
        body = json.dumps(frame).encode()
        self._sink.write(len(body).to_bytes(4, "big") + body)
        self._sink.flush()


class Clock:
    """Moves the engine's epoch forward by the processor time of this process, while a job runs.

    Its thread looks by itself whether a job has begun: to wake it would take longer than most jobs.
    """

    def __init__(self, engine: wasmtime.Engine) -> None:
        self._engine = engine
        self._running = False
        self._counted = 0.0
        threading.Thread(target=self._tick, daemon=True).start()

    def start(self) -> None:
        """Count from here."""
        self._counted = time.process_time()
        self._running = True

    def stop(self) -> None:
        """Stop counting: nothing runs."""
        self._running = False

    def _tick(self) -> None:
        while True:
            time.sleep(TICK if self._running else LOOK)
            while self._running and time.process_time() - self._counted > TICK:
                self._counted += TICK
                self._engine.increment_epoch()


class Run:
    """One job: what crosses the door while it runs, and its limits."""

    def __init__(self, job: Frame, pipes: Pipes) -> None:
        self.job, self._pipes = job, pipes
        self.live: bool = job["inputs"] is None
        self._inputs: list[str] = list(job["inputs"] or [])
        self._room: int = job["limits"]["output"]
        self._pause: float = job["limits"]["wall"]
        self.transcript: list[list[Any]] = []
        self.ending: str | None = None

    def write(self, channel: int, text: str) -> None:
        """Keep or relay what the program wrote, up to its limit of characters."""
        channel = channel if channel in CHANNELS else CHANNELS[1]
        kept = text[: self._room]
        self._room -= len(kept)
        if kept and self.live:
            self._pipes.send({"wrote": [channel, kept]})
        elif kept:
            self._keep(channel, kept)
        if len(kept) < len(text):
            self.ending = "output"
            raise _TooMuch

    def _keep(self, channel: int, text: str) -> None:
        if self.transcript and self.transcript[-1][0] == channel:
            self.transcript[-1][1] += text
        else:
            self.transcript.append([channel, text])

    def read_line(self) -> str | None:
        """The next line for `input()`: from the job, or from the parent and the person before it."""
        if self.live:
            self._pipes.send({"asks": True})
            answer = self._pipes.receive()
            if answer is None:
                os._exit(0)
            line: str | None = answer["line"]
            return line
        if not self._inputs:
            return None
        typed = self._inputs.pop(0)
        self.transcript.append([0, typed + "\n"])
        return typed

    def pause(self, seconds: float) -> None:
        """`time.sleep`: real for a person who watches, only counted when a check runs."""
        self._pause -= max(seconds, 0.0)
        if not self._pause > 0:
            self.ending = "wall"
            raise _TooLong
        until = time.monotonic() + seconds
        while self.live and (left := until - time.monotonic()) > 0:
            time.sleep(min(left, 0.5))
            if os.getppid() != PARENT:
                os._exit(0)


class Instance:
    """One fresh sandbox. It does one job and is thrown away."""

    def __init__(self, machine: Machine, memory: int, folder: str | None = None) -> None:
        self._run: Run | None = None
        self._store = wasmtime.Store(machine.engine)
        wasi = wasmtime.WasiConfig()
        if folder:
            wasi.preopen_dir(folder, "/work", fs_mutable=False)
        self._store.set_wasi(wasi)
        self._store.set_limits(memory_size=memory)
        self._store.set_epoch_deadline(REHEARSAL_TICKS)
        linker = component.Linker(machine.engine)
        linker.add_wasip2()
        with linker.root() as root:
            root.add_func("write", lambda _store, channel, text: self._run and self._run.write(channel, text))
            root.add_func("read-line", lambda _store: self._run and self._run.read_line())
            root.add_func("pause", lambda _store, seconds: self._run and self._run.pause(seconds))
        instance = linker.instantiate(self._store, machine.component)
        function = instance.get_func(self._store, machine.export)
        if function is None:
            raise RuntimeError("the sandbox has no door called run")
        self._function = function

    def rehearse(self) -> None:
        """Let our own code do once what most jobs do: the pages of memory it touches are then in place."""
        self._function(self._store, json.dumps({"kind": "rehearsal"}))

    def do(self, run: Run) -> Frame:
        """Do the job; how it went."""
        self._run = run
        self._store.set_epoch_deadline(max(1, round(run.job["limits"]["cpu"] / TICK)))
        guest_job = {key: value for key, value in run.job.items() if key not in {"limits", "inputs"}}
        guest_job["files"] = bool(run.job["files"])
        try:
            facts = _facts_in(self._function(self._store, json.dumps(guest_job)))
        except (_TooMuch, _TooLong):
            facts = {"ending": run.ending}
        except (wasmtime.Trap, wasmtime.WasmtimeError) as error:
            facts = _how_it_died(str(error).strip())
        return {"ending": run.ending} if run.ending else facts

    def close(self) -> None:
        """Give everything back."""
        self._store.close()


class Machine:
    """The compiled sandbox. While nobody waits, it keeps a few fresh instances in store."""

    def __init__(self, compiled: str) -> None:
        self.engine = new_engine()
        self.component = component.Component.deserialize_file(self.engine, compiled)
        self.clock = Clock(self.engine)
        export = self.component.get_export_index("run")
        if export is None:
            raise RuntimeError("the sandbox has no door called run")
        self.export = export
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

    def _instance(self, run: Run, folder: str | None) -> Instance:
        memory = run.job["limits"]["memory"]
        if folder is None and memory == MEMORY:
            with contextlib.suppress(queue.Empty):
                return self._spares.get_nowait()
        return Instance(self, memory, folder)

    def run(self, run: Run) -> Frame:
        """Do one job in a fresh instance; everything it made is gone afterwards."""
        self._idle.clear()
        folder = _lay_out(run.job["files"])
        started = time.process_time()
        instance = self._instance(run, folder)
        self.clock.start()
        try:
            facts = instance.do(run)
        finally:
            self.clock.stop()
            # Throwing an instance away takes longer than most jobs; it can wait until nobody does.
            if self._used.qsize() < SPARES and private_memory() < ROOMY:
                self._used.put(instance)
            else:
                instance.close()
            if folder:
                shutil.rmtree(folder, ignore_errors=True)
        return {**facts, "transcript": run.transcript, "seconds": time.process_time() - started}


def private_memory() -> int:
    """Bytes of memory this process holds for itself; where that can't be told, as if it were too many."""
    try:
        with open("/proc/self/statm", "rb") as file:
            pages = file.read().split()
        return (int(pages[1]) - int(pages[2])) * resource.getpagesize()
    except (OSError, AttributeError):
        return ROOMY


def _facts_in(answer: str) -> Frame:
    """What the guest said. The program shares the guest, so it may have made the guest say anything."""
    try:
        facts = json.loads(answer) if len(answer) <= MAX_ANSWER else None
    except (ValueError, RecursionError):
        facts = None
    if isinstance(facts, dict):
        said = facts.get("ending")
        if isinstance(said, str) and said in ENDINGS:
            return facts
    return {"ending": "died"}


def _how_it_died(text: str) -> Frame:
    """What ended an instance from outside, from the last line wasmtime says about it."""
    cause = text.rsplit("\n", 1)[-1].strip()
    endings = {"wasm trap: interrupt": "cpu", "wasm trap: call stack exhausted": "stack"}
    return {"ending": endings.get(cause, "died"), "why": cause[:300]}


def _lay_out(files: dict[str, str]) -> str | None:
    """Write the files of a job into a new folder of its own; its path."""
    if not files:
        return None
    folder = tempfile.mkdtemp(prefix="tutor-job-")
    for name, text in files.items():
        place = Path(folder, *name.split("/"))
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8", newline="")
    return folder


def compile_to(wasm: str, target: str) -> None:
    """Make native code of the component and put it in place at once."""
    code = component.Component.from_file(new_engine(), wasm).serialize()
    part = f"{target}.part-{os.getpid()}"
    with open(part, "wb") as file:
        file.write(code)
        file.flush()
        os.fsync(file.fileno())
    os.replace(part, target)


def serve(compiled: str) -> None:
    """Answer jobs until the parent closes the pipe."""
    pipes = Pipes(sys.stdin.buffer, sys.stdout.buffer)
    machine = Machine(compiled)
    pipes.send({"ready": True})
    machine.rest()
    while frame := pipes.receive():
        pipes.send({"done": machine.run(Run(frame["job"], pipes))})
        machine.rest()


def _end_with_parent() -> None:
    """A worker whose parent is gone ends, whatever its program waits for."""
    while os.getppid() == PARENT:
        time.sleep(1.0)
    os._exit(0)


def _be_small() -> None:
    """On Unix: no core files, and no file this process writes may grow past 64 MiB."""
    if resource is None:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (64 << 20, 64 << 20))


if __name__ == "__main__":
    if sys.argv[1] == "--compile":
        compile_to(sys.argv[2], sys.argv[3])
    else:
        _be_small()
        threading.Thread(target=_end_with_parent, daemon=True).start()
        serve(sys.argv[1])
