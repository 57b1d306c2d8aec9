"""The parent's side of the sandbox: starts the worker, gives it jobs, keeps the wall clock, stops it.

This is the only file of the tutor that starts a process.
"""

from __future__ import annotations

import json
import math
import os
import platform
import queue
import signal
import subprocess  # noqa: TID251  (here, and nowhere else)
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from .outcome import Channel, Ending, Job, Outcome, outcome_of

HERE = Path(__file__).parent
GUEST = HERE / "guest.wasm"
"""The component, made by the build (see `guest_build.py`)."""

WORKER = HERE / "worker" / "__main__.py"

WORK_PREFIX = "work-"
"""How the folders of workers begin; then comes the process that made them."""

MAX_FRAME = 16 * 1024 * 1024
"""Bytes; a longer frame from the worker means that it has gone astray."""

START_SECONDS = 60.0
"""Seconds a worker may take until it is ready; 0.1 on a quick machine."""

GRACE = 2.0
"""Seconds beyond a job's own limits that a worker is waited for."""

LAST_WORDS = 1000
"""Bytes of what a worker said last that are told."""

UNREAD = 16
"""Frames of a worker that may wait to be read; then it has to wait."""

SURE = 4000
"""Bytes that any empty pipe takes at once; a longer frame is written against the clock."""

Wrote = Callable[[Channel, str], None]
Asks = Callable[[], str | None]


class SandboxError(Exception):
    """The sandbox can't be had. It is never a learner's doing, and never a verdict."""


def compiled_path(folder: Path) -> Path:
    """Where the native code for this build of the guest, this wasmtime and this kind of machine belongs."""
    try:
        fingerprint = GUEST.with_suffix(".sha256").read_text(encoding="ascii").strip()
    except OSError:
        raise SandboxError(
            "The sandbox was not built, so programs can't be run. Install facility-tutor again with ./run."
        ) from None
    return folder / f"{fingerprint[:24]}-{_wasmtime_version()}-{platform.machine()}.native"


def _wasmtime_version() -> str:
    """`wasmtime-` and its version, from the name of the folder that says what is installed.

    importlib.metadata tells the same, but loading it takes a tenth of the tutor's whole start.
    """
    found = find_spec("wasmtime")
    site = Path(found.origin).parent.parent if found and found.origin else None
    names = [path.stem for path in site.glob("wasmtime-*.dist-info")] if site else []
    if len(names) != 1:
        raise SandboxError(
            "wasmtime is not installed, so programs can't be run. Install facility-tutor again with ./run."
        )
    return names[0]


def is_prepared(folder: Path) -> bool:
    """Whether `prepare` has been done on this computer."""
    return compiled_path(folder).is_file()


def prepare(folder: Path, waiting: Callable[[float], None] | None = None) -> None:
    """Compile the sandbox to native code, once for each computer (12 to 40 seconds of processor time).

    `waiting` is called about four times a second with the seconds gone by. Raises `SandboxError`.
    """
    target = compiled_path(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise SandboxError(f"The folder {folder} can't be made ({error.strerror}). Ask staff to look at it.") from None
    for old in folder.glob("*.native*"):
        with suppress(OSError):
            old.unlink()
    started = time.monotonic()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            _command("--compile", str(GUEST), str(target)),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=said,
            env=_environment(),
        )
        try:
            while process.poll() is None:
                time.sleep(0.25)
                if waiting:
                    waiting(time.monotonic() - started)
        finally:
            process.kill()
            process.wait()
        if process.returncode != 0 or not target.is_file():
            raise SandboxError(
                f"The sandbox could not be made ready: {_last_words(said)} "
                "Look whether the disk is full and the memory is enough (1 GB), then start again."
            )


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-I", str(WORKER), *arguments]


def _environment() -> dict[str, str]:
    """What a worker gets to know of this machine: where temporary files belong, and nothing else."""
    return {name: os.environ[name] for name in ("TMPDIR", "TEMP", "TMP", "SYSTEMROOT") if name in os.environ}


def _last_words(said: IO[bytes]) -> str:
    said.seek(max(0, said.seek(0, os.SEEK_END) - LAST_WORDS))
    lines = said.read(LAST_WORDS).decode("utf-8", "replace").strip().splitlines()
    return (lines[-1] if lines else "it ended without a word") + "."


def _sweep(folder: Path) -> None:
    """Take away the folders of workers whose tutor is no more, as after a power cut."""
    for left in folder.glob(f"{WORK_PREFIX}*"):
        number = left.name.removeprefix(WORK_PREFIX).partition("-")[0]
        if number.isdecimal() and not _is_alive(int(number)):
            _take_away(left)


def _take_away(top: Path) -> None:
    """Remove a folder and all that is in it. A program may have made it too deep for any path or recursion.

    So what lies in a folder is moved up to the top before the folder itself goes. What can't be removed stays.
    """
    numbers = count()
    waiting = [str(top)]
    while waiting:
        folder = waiting.pop()
        with suppress(OSError):
            for entry in list(os.scandir(folder)):
                with suppress(OSError):
                    if entry.is_dir(follow_symlinks=False):
                        up = os.path.join(top, f"going-{next(numbers)}")  # noqa: PTH118  (Path can't hold a lone surrogate)
                        os.rename(entry.path, up)  # noqa: PTH104
                        waiting.append(up)
                    else:
                        os.unlink(entry.path)  # noqa: PTH108
            if folder != str(top):
                os.rmdir(folder)  # noqa: PTH106
    with suppress(OSError):
        top.rmdir()


def _is_alive(pid: int) -> bool:
    if os.name != "posix":
        return pid == os.getpid()
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


class _Worker:
    """One worker process, its folder for the files of programs, and the thread that reads its frames."""

    def __init__(self, compiled: Path) -> None:
        self._said = tempfile.TemporaryFile()  # noqa: SIM115  (closed in `end`)
        self._root = Path(tempfile.mkdtemp(prefix=f"{WORK_PREFIX}{os.getpid()}-", dir=compiled.parent))
        self._process = subprocess.Popen(
            _command(str(compiled), str(self._root)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            env=_environment(),
            start_new_session=True,
        )
        self._frames: queue.Queue[Any] = queue.Queue(UNREAD)
        self._ended = threading.Event()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        pipe = self._process.stdout
        assert pipe is not None
        with pipe, suppress(OSError, ValueError, RecursionError, MemoryError):
            while len(head := pipe.read(4)) == 4:
                length = int.from_bytes(head, "big")
                body = pipe.read(length) if length <= MAX_FRAME else b""
                self._hand_on(json.loads(body))
        self._hand_on(None)

    def _hand_on(self, frame: Any) -> None:
        while not self._ended.is_set():
            with suppress(queue.Full):
                self._frames.put(frame, timeout=1.0)
                break

    def send(self, frame: dict[str, Any], seconds: float) -> bool:
        """Write one frame; whether it could be written. A worker that does not read it within the time is killed."""
        body = json.dumps(frame).encode()
        pipe = self._process.stdin
        assert pipe is not None
        # The pipe is empty when a job is sent; before an answer there may be others that were not read.
        watch = threading.Timer(seconds, self.kill) if len(body) > SURE or "job" not in frame else None
        if watch:
            watch.start()
        sent = False
        with suppress(OSError, ValueError):
            pipe.write(len(body).to_bytes(4, "big") + body)
            pipe.flush()
            sent = True
        if watch:
            watch.cancel()
        return sent

    def receive(self, seconds: float) -> Any:
        """The next frame, whatever it holds; None when the worker has gone. Raises `queue.Empty` after `seconds`."""
        return self._frames.get(timeout=max(0.0, seconds))

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
        self._ended.set()
        with suppress(OSError):
            if self._process.stdin:
                self._process.stdin.close()
        words = _last_words(self._said)
        self._said.close()
        _take_away(self._root)
        return words

    @property
    def is_alive(self) -> bool:
        """Whether the process is there."""
        return self._process.poll() is None

    @property
    def is_quiet(self) -> bool:
        """Whether it has said nothing that nobody asked for."""
        return self._frames.empty()

    @property
    def pid(self) -> int:
        """The process, for measuring."""
        return self._process.pid


class Sandbox:
    """A place to run programs where they can do no harm. One job at a time; `stop` may come from another thread."""

    def __init__(self, folder: Path) -> None:
        """`folder` holds the native code; see `prepare`."""
        self._folder = folder
        self._worker: _Worker | None = None
        self._one_job = threading.Lock()
        self._starting = threading.Lock()
        self._stopping = threading.Event()
        self._closed = False

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
                raise SandboxError("The tutor is closing, so nothing is run any more.")
            if self._worker and not (self._worker.is_alive and self._worker.is_quiet):
                self._worker.end()
                self._worker = None
            if self._worker is None:
                self._worker = self._start()

    def _start(self) -> _Worker:
        compiled = compiled_path(self._folder)
        try:
            facts = compiled.lstat()
        except OSError:
            raise SandboxError(
                "The sandbox is not ready on this computer yet. Run `tutor prepare`, which takes about a minute."
            ) from None
        if os.name == "posix" and (facts.st_uid not in (0, os.getuid()) or facts.st_mode & 0o022):
            raise SandboxError(
                f"Other people on this computer can change {compiled}, so it can't be trusted. "
                "Ask staff to delete that file and run `tutor prepare`."
            )
        _sweep(self._folder)
        try:
            worker = _Worker(compiled)
        except OSError as error:
            raise SandboxError(f"The sandbox could not start ({error.strerror}). Start the tutor again.") from None
        try:
            ready = worker.receive(START_SECONDS)
        except queue.Empty:
            ready = None
        if ready != {"ready": True}:
            words = worker.end()
            raise SandboxError(f"The sandbox could not start: {words} Start the tutor again.")
        return worker

    def stop(self) -> None:
        """Stop the job that runs, if any; its outcome says so."""
        self._stopping.set()
        worker = self._worker
        if worker and self._one_job.locked():
            worker.kill()

    def run(self, job: Job, wrote: Wrote | None = None, asks: Asks | None = None) -> Outcome:
        """Do one job. A program's own trouble is in the outcome; raises `SandboxError` for ours.

        If `job.inputs` is None, `wrote` gets each piece of output when it comes and `asks` must give the
        line a person types, or None when there will be no more.
        """
        with self._one_job:
            self._stopping.clear()
            self.warm_up()
            worker = self._worker
            assert worker is not None
            conversation = _Conversation(job, wrote, asks, self._stopping)
            try:
                outcome = conversation.hold(worker)
            except BaseException:
                self._give_up(worker)
                raise
            return outcome or conversation.end_without_answer(self._give_up(worker))

    def _give_up(self, worker: _Worker) -> str:
        """End a worker; the next job gets another one. What it last said."""
        with self._starting:
            if self._worker is not worker:
                return ""
            self._worker = None
            return worker.end()

    @property
    def worker_pid(self) -> int | None:
        """The worker's process, for measuring; None before the first job."""
        return self._worker.pid if self._worker else None


class _Conversation:
    """What is said between parent and worker during one job."""

    def __init__(self, job: Job, wrote: Wrote | None, asks: Asks | None, stopping: threading.Event) -> None:
        self._job, self._wrote, self._asks, self._stopping = job, wrote, asks, stopping
        self._transcript: list[tuple[Channel, str]] = []
        self._seconds = self._answering = 0.0
        self._room = job.limits.output
        self._overdue = False

    def hold(self, worker: _Worker) -> Outcome | None:
        """Talk until the worker is done; None if it must be ended."""
        # Processor time has its own limit inside the worker; this is for what that one can't see.
        patience = max(self._job.limits.wall, 10 * self._job.limits.cpu) + GRACE
        started = time.monotonic()
        listens = worker.send({"job": _job_frame(self._job)}, patience)
        while listens:
            self._seconds = time.monotonic() - started - self._answering
            try:
                if self._seconds > patience:
                    raise queue.Empty  # noqa: TRY301  (a worker that never stops talking is overdue too)
                frame = worker.receive(patience - self._seconds)
            except queue.Empty:
                self._overdue = True
                return None
            match frame:
                case {"wrote": [int(channel), str(text)]} if self._may_write(channel, text):
                    self._heard(Channel(channel), text)
                case {"asks": True} if self._job.inputs is None:
                    listens = worker.send({"line": self._line()}, GRACE)
                case {"done": dict(done)} if _is_answer(done):
                    return self._answer(done)
                case _:
                    break
        # Gone, or gone astray: either way it must be replaced.
        return None

    def _may_write(self, channel: int, text: str) -> bool:
        self._room -= len(text)
        return text != "" and channel in (1, 2, 3) and self._room >= 0 and self._job.inputs is None

    def _line(self) -> str | None:
        """What the person types; the time that takes is not the program's."""
        started = time.monotonic()
        line = self._asks() if self._asks else None
        self._answering += time.monotonic() - started
        if line is not None:
            # Half of a pair of surrogates can't cross the door.
            line = line.encode("utf-8", "backslashreplace").decode()
            self._transcript.append((Channel.TYPED, line + "\n"))
        return line

    def _heard(self, channel: Channel, text: str) -> None:
        self._transcript.append((channel, text))
        if self._wrote:
            self._wrote(channel, text)

    def _answer(self, done: dict[str, Any]) -> Outcome:
        if done["ending"] == "fault" and self._job.kind in ("tests", "examine"):
            raise SandboxError(f"The sandbox could not run the tests: {done.get('why')}")
        transcript = self._transcript if self._job.inputs is None else done["transcript"]
        try:
            return outcome_of(done, transcript)
        except (KeyError, TypeError, ValueError, AttributeError):
            # The program has made its guest say what no guest says.
            return Outcome(Ending.DIED, seconds=self._seconds)

    def end_without_answer(self, words: str) -> Outcome:
        """The outcome of a job whose worker is no more."""
        if self._stopping.is_set():
            return Outcome(Ending.STOPPED, tuple(self._transcript), seconds=self._seconds)
        if self._overdue:
            return Outcome(Ending.WALL, tuple(self._transcript), seconds=self._seconds)
        raise SandboxError(f"The sandbox ended by itself: {words} Nothing was graded. Try again.")


def _is_answer(done: dict[str, Any]) -> bool:
    """Whether what the worker itself says of a job makes sense; the rest is what the guest said."""
    match done:
        case {"ending": str(ending), "transcript": list(pieces), "seconds": int() | float() as seconds}:
            known = ending == "fault" or ending in {each.value for each in Ending}
            return known and 0 <= seconds < math.inf and all(map(_is_piece, pieces))
    return False


def _is_piece(piece: Any) -> bool:
    return isinstance(piece, list) and len(piece) == 2 and piece[0] in (0, 1, 2, 3) and isinstance(piece[1], str)


def _job_frame(job: Job) -> dict[str, Any]:
    limits = job.limits
    return {
        "kind": job.kind,
        "code": job.code,
        "inputs": None if job.inputs is None else list(job.inputs),
        "call": job.call,
        "files": dict(job.files or {}),
        "tests": dict(job.tests or {}),
        "handed": dict(job.handed or {}),
        "module": job.module,
        "shared": job.shared,
        "mutates": job.mutates,
        "seed": job.seed,
        "clock": job.clock,
        "limits": {"cpu": limits.cpu, "wall": limits.wall, "memory": limits.memory, "output": limits.output},
    }
