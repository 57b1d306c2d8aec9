"""Run one job: a program, a call into a program, tests beside a program, or the search for what went on in one."""

import builtins
import codecs
import io
import json
import linecache
import os
import random
import sys
import time
import types

import wit_world

from . import examiner, explain, importing, parts, plain, play, pupil, tests, trace
from .errors import FILE, describe

FOLDER = "/work"
"""Where a program finds the files of its exercise and may write its own."""


class _HostWriter(io.RawIOBase):
    """Bytes to one channel of the worker; a letter cut in two waits for its other half."""

    def __init__(self, channel: int) -> None:
        self._channel = channel
        self._decoder = codecs.getincrementaldecoder("utf-8")("backslashreplace")

    def writable(self) -> bool:
        return True

    def write(self, data) -> int:
        text = self._decoder.decode(bytes(data))
        if text:
            tell_steps()
            wit_world.write(self._channel, text)
        return len(data)


class _Reader(io.TextIOBase):
    """`sys.stdin`: each line is asked for when it is read; "" is the end."""

    encoding = "utf-8"

    def __init__(self, ask) -> None:
        self._ask = ask

    def readable(self) -> bool:
        return True

    def readline(self, size: int = -1) -> str:
        return self._ask()

    def read(self, size: int = -1) -> str:
        return "".join(iter(self.readline, ""))

    def __iter__(self):
        return iter(self.readline, "")


def _line() -> str:
    sys.stdout.flush()
    tell_steps()
    line = wit_world.read_line()
    return "" if line is None else line + "\n"


def _text(channel: int) -> io.TextIOWrapper:
    raw = io.BufferedWriter(_HostWriter(channel), 8192)
    return io.TextIOWrapper(raw, encoding="utf-8", errors="backslashreplace", newline="\n", line_buffering=True)


def _input(prompt="", /):
    """`input()`: the prompt travels on a channel of its own, so that checks can leave it out."""
    sys.stdout.flush()
    tell_steps()
    if str(prompt):
        shown = str(prompt).encode("utf-8", "backslashreplace").decode()
        wit_world.write(3, shown)
    line = wit_world.read_line()
    if _prompt:
        play.must_go_on()
    if line is None:
        raise EOFError("there was nothing more to read")
    return line


_tracer: trace.Tracer | None = None


def tell_steps() -> None:
    """Tell the steps of a traced program that wait: what comes next belongs after them."""
    if _tracer:
        _tracer.send()


_prompt: play.Prompt | None = None
"""Kept from one entry to the next, in an instance that runs a prompt."""

_slept = 0.0
"""Seconds that were only counted: the clocks that run from the start go forward by them."""


def _sleep(seconds, /):
    global _slept
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    sys.stdout.flush()
    if wit_world.pause(float(seconds)):
        _slept += seconds
    if _prompt:
        play.must_go_on()


def _ahead(clock):
    return lambda: clock() + _slept


def _ahead_ns(clock):
    return lambda: clock() + int(_slept * 1e9)


SEED = random.seed

CLOCKS = {name: _ahead(getattr(time, name)) for name in ("monotonic", "perf_counter")}
CLOCKS |= {f"{name}_ns": _ahead_ns(getattr(time, f"{name}_ns")) for name in ("monotonic", "perf_counter")}


REHEARSAL = "print('one', 2)\nvalue = [1]\nvalue[2]\n"
"""Prints and ends with an error message, so that both have been done before a job needs them."""


def answer(job: dict) -> dict:
    """The facts about one job: how it ended, its error, the value of a call, the tests."""
    if job["kind"] == "rehearsal":
        json.dumps(answer({"kind": "program", "code": REHEARSAL, "call": None, "seed": 0}))
        return {}
    if job["kind"] == "explain":
        return {"ending": "finished", "findings": explain.explain({**job["case"], "code": job["code"]})}
    if job["kind"] == "play":
        if job["begin"]:
            _furnish(job["seed"])
        return _finish(_run_entry(job["code"]))
    _furnish(job["seed"])
    if job["kind"] in ("tests", "examine"):
        builtins.input = importing.typed
        return _finish(tests.run(job))
    if job["kind"] == "trace":
        return _finish(_trace_program(job["code"], job["hold"]))
    return _finish(_run_program(job["code"], job["call"], counting=job["kind"] == "parts"))


def _furnish(seed: int) -> None:
    """Put a program's surroundings in place: chance, streams, clocks, folder."""
    random.seed = SEED
    random.seed(seed)
    sys.stdout, sys.stderr, sys.stdin = _text(1), _text(2), _Reader(_line)
    sys.__stdout__, sys.__stderr__, sys.__stdin__ = sys.stdout, sys.stderr, sys.stdin
    builtins.input, time.sleep = _input, _sleep
    time.__dict__.update(CLOCKS)
    sys.argv = [FILE]
    os.chdir(FOLDER)
    sys.path.insert(0, FOLDER)


_pupil: pupil.Pupil | None = None


def reached(message: str) -> str:
    """Answer the other guest: as the examiner, or as the one with the learner's program."""
    global _pupil
    if examiner.LINK:
        return examiner.LINK.answer(message)
    asked = json.loads(message)
    if _pupil:
        return _pupil.answer(asked)
    _furnish(asked["seed"])
    _pupil = pupil.begin(asked["module"])
    builtins.input, sys.stdin = _pupil.typed, _Reader(_pupil.read_line)
    return "{}"


def _finish(facts: dict) -> dict:
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:  # noqa: S110  (the learner closed or replaced it: there is nothing to flush)
            pass
    return facts


def new_module() -> types.ModuleType:
    """An empty `__main__` for a program."""
    module = types.ModuleType("__main__")
    module.__file__ = FILE
    sys.modules["__main__"] = module
    return module


def remember_lines(code: str, file: str = FILE) -> None:
    """Let tracebacks find the lines of a program that is in no file."""
    linecache.cache[file] = (len(code), None, code.splitlines(True), file)


def _trace_program(code: str, hold: int) -> dict:
    global _tracer
    module = new_module()
    remember_lines(code)
    try:
        program = compile(code, FILE, "exec", dont_inherit=True)
    except BaseException as error:
        return {"ending": "raised", "error": describe(error), "stage": "program"}
    tracer = _tracer = trace.Tracer(module.__dict__, sys.stdout, hold)
    tracer.start(program)
    try:
        exec(program, module.__dict__)
    except SystemExit:
        tracer.stop(reached_end=True)
        return {"ending": "exited"}
    except BaseException as error:
        tracer.stop(reached_end=False)
        return {"ending": "raised", "error": describe(error), "stage": "program"}
    tracer.stop(reached_end=True)
    return {"ending": "finished"}


def _run_entry(text: str) -> dict:
    global _prompt
    if _prompt is None:
        _prompt = play.Prompt(new_module().__dict__)
    file = _prompt.name_next()
    remember_lines(text, file)
    try:
        code = _prompt.read(text, file)
        if code is None:
            return {"ending": "finished", "more": True}
        _prompt.run(code)
        return {"ending": "finished"}
    except SystemExit:
        return {"ending": "exited"}
    except BaseException as error:
        return {"ending": "raised", "error": describe(error, file, file)}


def _run_program(code: str, call: str | None, *, counting: bool) -> dict:
    module = new_module()
    remember_lines(code)
    stage = "program"
    try:
        program = compile(code, FILE, "exec", dont_inherit=True)
        if counting:
            return {"ending": "finished", "parts": parts.count(code)}
        exec(program, module.__dict__)
        if call is None:
            return {"ending": "finished"}
        stage = "call"
        value = eval(compile(call, "call", "eval", dont_inherit=True), module.__dict__)
        return {"ending": "finished", "value": plain.tagged(value)}
    except SystemExit:
        return {"ending": "exited"}
    except BaseException as error:
        return {"ending": "raised", "error": describe(error), "stage": stage}
