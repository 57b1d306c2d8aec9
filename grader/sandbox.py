"""The parent's side of the sandbox: starts the worker, gives it jobs, keeps the wall clock, stops it.

This is the only file of the tutor that starts a process.
"""

from __future__ import annotations

import os
import queue
import signal
import subprocess  # noqa: TID251  (here, and nowhere else)
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from .clearing import WORK_PREFIX, sweep, take_away_folder
from .conversation import GRACE, Asks, Conversation, Sleeps, Wrote
from .frames import Frames
from .native import GUEST, HERE, NativeChangedError, SandboxError, Seal, compiled_path, read_seal, take_away
from .outcome import Job, Outcome

WORKER = HERE / "worker" / "__main__.py"

SHA256_LETTERS = 64

STOP = "stop"
"""The file in a worker's folder that asks the entry of a prompt to stop."""

LAST_WORDS = 1000
"""Bytes of what a worker said last that are told."""

CLOSING = "The tutor is closing, so nothing is run any more."

START_SECONDS = 60.0
"""Seconds a worker may take until it is ready; 0.1 on a quick machine."""


def compile_native(folder: Path, going: Callable[[], None]) -> str:
    """Compile the component into its place in `folder`; the SHA-256 of what was made. Raises `SandboxError`.

    `going` is called about four times a second.
    """
    target = compiled_path(folder)
    with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as told:
        process = subprocess.Popen(
            _command("--compile", str(GUEST), str(target)),
            stdin=subprocess.DEVNULL,
            stdout=told,
            stderr=said,
            env=_environment(),
        )
        try:
            while process.poll() is None:
                time.sleep(0.25)
                going()
        finally:
            process.kill()
            process.wait()
        told.seek(0)
        native = told.read(100).decode("ascii", "replace").strip()
        if process.returncode != 0 or not target.is_file() or len(native) != SHA256_LETTERS:
            raise SandboxError(
                f"The sandbox could not be made ready: {_last_words(said)} "
                "Look whether the disk is full and the memory is enough (1 GB), then start again."
            )
    return native


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-I", str(WORKER), *arguments]


def _environment() -> dict[str, str]:
    """What a worker gets to know of this machine: where temporary files belong, and nothing else."""
    return {name: os.environ[name] for name in ("TMPDIR", "TEMP", "TMP", "SYSTEMROOT") if name in os.environ}


def _last_words(said: IO[bytes]) -> str:
    said.seek(max(0, said.seek(0, os.SEEK_END) - LAST_WORDS))
    lines = said.read(LAST_WORDS).decode("utf-8", "replace").strip().splitlines()
    return (lines[-1] if lines else "it ended without a word") + "."


class _Worker:
    """One worker process, its folder for the files of programs, and what it says."""

    def __init__(self, compiled: Path, native: str, *, bare: bool) -> None:
        self._said = tempfile.TemporaryFile()  # noqa: SIM115  (closed in `end`)
        self._root = Path(tempfile.mkdtemp(prefix=f"{WORK_PREFIX}{os.getpid()}-", dir=compiled.parent))
        self._process = subprocess.Popen(
            _command(str(compiled), native, str(self._root), *(["--bare"] if bare else [])),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            env=_environment(),
            start_new_session=True,
        )
        assert self._process.stdin
        assert self._process.stdout
        self.frames = Frames(self._process.stdin, self._process.stdout, self.kill)

    def interrupt(self, *, wanted: bool) -> None:
        """Want the entry of a prompt that runs to stop, or do not want it any more."""
        flag = self._root / STOP
        with suppress(OSError):
            flag.touch() if wanted else flag.unlink()

    def kill(self) -> None:
        """Stop the process at once, and what it may have started. `end` tidies up."""
        with suppress(OSError):
            if os.name == "posix" and self.is_alive:
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()

    def end(self) -> str:
        """Stop the process at once; what it last said on its error stream."""
        self.kill()
        self._process.wait()
        self.frames.end()
        words = _last_words(self._said)
        self._said.close()
        take_away_folder(str(self._root))
        return words

    @property
    def is_alive(self) -> bool:
        """Whether the process is there."""
        return self._process.poll() is None

    @property
    def pid(self) -> int:
        """The process, for measuring."""
        return self._process.pid


class Sandbox:
    """A place to run programs where they can do no harm. One job at a time; `stop` may come from another thread."""

    def __init__(self, folder: Path, *, proving: bool = False) -> None:
        """`folder` holds the native code; see `prepare`.

        `proving` is for the doctor, who tries the walls that every other sandbox asks to have been tried: then
        the worker puts up no extra walls that could hide a hole.
        """
        self._folder, self._proving = folder, proving
        self._worker: _Worker | None = None
        self._one_job = threading.Lock()
        self._starting = threading.Lock()
        self._stopping = threading.Event()
        self._closed = False
        self.extra_walls: dict[str, str] = {}
        """What the worker itself has dropped on this machine, by name, and how; known when it has started."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the worker, and what it does; nothing is run any more."""
        self._closed = True
        self._stopping.set()
        with self._starting:
            if self._worker:
                self._worker.end()
                self._worker = None

    def warm_up(self) -> None:
        """Start the worker if there is none, so that the next job finds it ready. Raises `SandboxError`."""
        with self._starting:
            if self._closed:
                raise SandboxError(CLOSING)
            if self._worker and not (self._worker.is_alive and self._worker.frames.are_quiet):
                self._worker.end()
                self._worker = None
            if self._worker is None:
                self._worker = self._start()

    def _start(self) -> _Worker:
        seal = self._trusted_seal()
        sweep(self._folder)
        try:
            worker = _Worker(compiled_path(self._folder), seal.native, bare=self._proving)
        except OSError as error:
            raise SandboxError(f"The sandbox could not start ({error.strerror}). Start the tutor again.") from None
        try:
            said = worker.frames.receive(START_SECONDS)
        except queue.Empty:
            said = None
        if not (isinstance(said, dict) and said.get("ready") is True):
            words = worker.end()
            if said == {"changed": True}:
                take_away(self._folder)
                raise NativeChangedError(
                    "The sandbox on this computer was changed since it was made, so nothing was run. "
                    "Sign out and start the tutor again: it makes a new one, which takes about a minute."
                )
            raise SandboxError(f"The sandbox could not start: {words} Start the tutor again.")
        self.extra_walls = said.get("walls", {})
        return worker

    def _trusted_seal(self) -> Seal:
        """The seal of the native code, if programs may be run by it. Raises `SandboxError` if they may not."""
        seal = read_seal(self._folder)
        if seal is None or not (seal.is_proved or self._proving):
            raise SandboxError(
                "The sandbox is not ready on this computer yet. Run `tutor prepare`, which takes about a minute."
            )
        if not (seal.holds or self._proving):
            raise SandboxError(
                "The sandbox is not safe on this computer, so no program is run or checked. "
                "Ask staff to run `tutor doctor`: it says which wall does not hold."
            )
        return seal

    def stop(self) -> None:
        """Stop the job that runs, if any; its outcome says so."""
        self._stopping.set()
        worker = self._worker
        if worker and self._one_job.locked():
            worker.kill()

    def interrupt(self) -> None:
        """Ask the entry of a prompt that runs to stop; what it named stays, if it can be stopped that way."""
        if worker := self._worker:
            worker.interrupt(wanted=True)

    def forget(self) -> None:
        """Throw away what is kept for a prompt."""
        with self._one_job:
            if self._worker:
                self._worker.frames.send({"forget": True}, GRACE)

    def run(
        self, job: Job, wrote: Wrote | None = None, asks: Asks | None = None, sleeps: Sleeps | None = None
    ) -> Outcome:
        """Do one job. A program's own trouble is in the outcome; raises `SandboxError` for ours.

        If `job.inputs` is None, `wrote` gets each piece of output when it comes and `asks` must give the
        line a person types, or None when there will be no more. `sleeps` is told for how many seconds the
        program sleeps, and 0 when it goes on.
        """
        with self._one_job:
            self._stopping.clear()
            conversation = Conversation(job, wrote, asks, sleeps, self._stopping)
            outcome, words = self._try(job, conversation)
            if outcome is None and conversation.may_be_repeated:
                outcome, words = self._try(job, conversation)
            return outcome or conversation.end_without_answer(words)

    def _try(self, job: Job, conversation: Conversation) -> tuple[Outcome | None, str]:
        """Do a job; if there is no outcome, its worker is no more, and these were its last words."""
        self.warm_up()
        worker = self._worker
        if worker is None:
            raise SandboxError(CLOSING)
        if job.session:
            worker.interrupt(wanted=False)
        outcome, words = None, ""
        try:
            outcome = conversation.hold(worker.frames)
        finally:
            # Whatever came of it, a worker that still has a job in hand must not get the next one.
            if outcome is None:
                with self._starting:
                    words = worker.end() if self._worker is worker else ""
                    self._worker = None
        return outcome, words

    @property
    def worker_pid(self) -> int | None:
        """The worker's process, for measuring; None before the first job."""
        return self._worker.pid if self._worker else None
