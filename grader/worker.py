"""The worker: a process of its own that runs jobs in the sandbox, one fresh instance for each.

It is started by path, never imported: `python -I worker.py COMPILED`, or
`python -I worker.py --compile WASM COMPILED` to make the native code once.
It needs wasmtime and the standard library, and speaks frames of JSON over its
pipes: four bytes of length, big end first, then that many bytes.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any, BinaryIO

import wasmtime
from wasmtime import component

TICK = 0.005
"""Seconds of processor time that one epoch lasts."""

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
    """Moves the engine's epoch forward by the processor time of this process, while a job runs."""

    def __init__(self, engine: wasmtime.Engine) -> None:
        self._engine = engine
        self._running = threading.Event()
        threading.Thread(target=self._tick, daemon=True).start()

    def start(self) -> None:
        """Begin to count."""
        self._running.set()

    def stop(self) -> None:
        """Stop counting: nothing runs."""
        self._running.clear()

    def _tick(self) -> None:
        while True:
            self._running.wait()
            counted = time.process_time()
            while self._running.is_set():
                time.sleep(TICK)
                while time.process_time() - counted > TICK:
                    counted += TICK
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

    def write(self, _store: object, channel: int, text: str) -> None:
        """Keep or relay what the program wrote, up to its limit of characters."""
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

    def read_line(self, _store: object) -> str | None:
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

    def pause(self, _store: object, seconds: float) -> None:
        """`time.sleep`: real for a person who watches, only counted when a check runs."""
        self._pause -= seconds
        if not self._pause > 0:
            self.ending = "wall"
            raise _TooLong
        if self.live:
            time.sleep(seconds)


class Machine:
    """The compiled sandbox, ready to make instances."""

    def __init__(self, compiled: str) -> None:
        self.engine = new_engine()
        self.component = component.Component.deserialize_file(self.engine, compiled)
        self.clock = Clock(self.engine)
        export = self.component.get_export_index("run")
        if export is None:
            raise RuntimeError("the sandbox has no door called run")
        self._export = export

    def run(self, run: Run) -> Frame:
        """Do one job in a fresh instance; everything it made is gone afterwards."""
        limits = run.job["limits"]
        folder = _lay_out(run.job["files"])
        linker = component.Linker(self.engine)
        linker.add_wasip2()
        with linker.root() as root:
            root.add_func("write", run.write)
            root.add_func("read-line", run.read_line)
            root.add_func("pause", run.pause)
        started = time.process_time()
        with wasmtime.Store(self.engine) as store:
            wasi = wasmtime.WasiConfig()
            if folder:
                wasi.preopen_dir(folder, "/work", fs_mutable=False)
            store.set_wasi(wasi)
            store.set_limits(memory_size=limits["memory"])
            store.set_epoch_deadline(max(1, round(limits["cpu"] / TICK)))
            try:
                facts = self._call(linker, store, run)
            finally:
                self.clock.stop()
                if folder:
                    shutil.rmtree(folder, ignore_errors=True)
        if run.ending:
            facts = {"ending": run.ending}
        return {**facts, "transcript": run.transcript, "seconds": time.process_time() - started}

    def _call(self, linker: component.Linker, store: wasmtime.Store, run: Run) -> Frame:
        guest_job = {key: value for key, value in run.job.items() if key not in ("limits", "inputs")}
        guest_job["files"] = bool(run.job["files"])
        try:
            instance = linker.instantiate(store, self.component)
            function = instance.get_func(store, self._export)
            if function is None:
                raise RuntimeError("the sandbox has no door called run")
            self.clock.start()
            answer = function(store, json.dumps(guest_job))
            facts: Frame = json.loads(answer)
            return facts
        except (_TooMuch, _TooLong):
            return {"ending": run.ending}
        except (wasmtime.Trap, wasmtime.WasmtimeError) as error:
            return _how_it_died(str(error).strip())


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
    while frame := pipes.receive():
        pipes.send({"done": machine.run(Run(frame["job"], pipes))})


def _be_small() -> None:
    """On Unix: no core files, and no file this process writes may grow past 64 MiB."""
    try:
        import resource  # noqa: PLC0415  (only Unix has it)
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (64 << 20, 64 << 20))


if __name__ == "__main__":
    if sys.argv[1] == "--compile":
        compile_to(sys.argv[2], sys.argv[3])
    else:
        _be_small()
        serve(sys.argv[1])
