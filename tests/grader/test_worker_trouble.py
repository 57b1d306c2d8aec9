"""A worker that dies, hangs or talks nonsense: the tutor never waits without end, says so, and has a new one at once."""

from __future__ import annotations

import gc
import os
import random
import signal
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest
from test_hostile import processes

import grader.conversation
import grader.sandbox
from exercises import Exercise, Kind, Limits, OutputCheck
from grader import Ending, Sandbox, SandboxError, Submission, Verdict, grade
from grader.clearing import WORK_PREFIX
from grader.outcome import Job

REAL = grader.sandbox.WORKER
QUICK = Limits(cpu=0.01, wall=0.1, output=5000)
REPLACED = 1.0
"""Seconds until the next job is answered, a new worker included."""

BEGIN = """
import json, os, subprocess, sys, time
out, into = sys.stdout.buffer, sys.stdin.buffer

def say(frame):
    raw(json.dumps(frame).encode())

def raw(body):
    out.write(len(body).to_bytes(4, "big") + body)
    out.flush()

def hear():
    return json.loads(into.read(int.from_bytes(into.read(4), "big")))

def done(text="hi"):
    return {"done": {"ending": "finished", "transcript": [[1, text]], "seconds": 0.0}}
"""

AT_THE_START = {
    "dies": "",
    "dies with many words": "print('x' * 10**6, file=sys.stderr)\nsys.exit('the last word')",
    "dies by a signal": "os.abort()",
    "hangs": "time.sleep(60)",
    "says that it is not ready": "say({'ready': False})\nhear()",
    "says something else": "say(done())\nhear()",
    "says a list": "say([1])\nhear()",
    "says half of a length": "out.write(b'xx')\nout.flush()",
    "says a length without end": "out.write(b'\\xff' * 9)\nout.flush()\ntime.sleep(60)",
    "is no program": "this is not Python",
}

AT_A_JOB = {
    "dies": "hear()",
    "dies before it has heard": "sys.exit(3)",
    "dies by a signal": "hear()\nos.kill(os.getpid(), 11)",
    "closes its mouth": "hear()\nos.close(1)\ntime.sleep(60)",
    "half of a length": "hear()\nout.write(b'\\0\\0')\nout.flush()\nos._exit(0)",
    "half of a frame": "hear()\nout.write(b'\\0\\0\\1\\0{')\nout.flush()\nos._exit(0)",
    "a frame of four gigabytes": "hear()\nout.write(b'\\xff\\xff\\xff\\xff')\nout.flush()\ntime.sleep(60)",
    "a frame of seventeen megabytes": "hear()\nraw(b'[' + b'1,' * (17 << 19) + b'1]')\ntime.sleep(60)",
    "a frame of nothing": "hear()\nraw(b'')\ntime.sleep(60)",
    "no JSON": "hear()\nraw(b'hello')\ntime.sleep(60)",
    "no text": "hear()\nraw(b'\\xff\\xfe\\0')\ntime.sleep(60)",
    "JSON without end": "hear()\nraw(b'[' * 10**6)\ntime.sleep(60)",
    "JSON that is deep": "hear()\nraw(b'[' * 10**5 + b']' * 10**5)\ntime.sleep(60)",
    "a number of many digits": "hear()\nraw(b'9' * 10**6)\ntime.sleep(60)",
    "words on its error stream": "hear()\nos.write(2, b'x' * 30_000_000)\nos._exit(1)",
    "a mouthful and an end": "hear()\nos.write(2, '\\x1b]0;x\\x07\\u202e'.encode() * 1000)\nos._exit(1)",
}

NONSENSE = [
    "null", "true", "5", "[]", "{}", '"done"', '{"done": null}', '{"done": 5}', '{"done": []}', '{"done": {}}', '{"done": {"ending": "finished"}}',
    '{"done": {"ending": 5, "transcript": [], "seconds": 0}}',
    '{"done": {"ending": "passed", "transcript": [], "seconds": 0}}',
    '{"done": {"ending": "finished", "transcript": 5, "seconds": 0}}',
    '{"done": {"ending": "finished", "transcript": [5], "seconds": 0}}',
    '{"done": {"ending": "finished", "transcript": [[1]], "seconds": 0}}',
    '{"done": {"ending": "finished", "transcript": [[7, "x"]], "seconds": 0}}',
    '{"done": {"ending": "finished", "transcript": [[[], "x"]], "seconds": 0}}',
    '{"done": {"ending": "finished", "transcript": [[1, null]], "seconds": 0}}',
    '{"done": {"ending": "finished", "transcript": [], "seconds": "0"}}',
    '{"done": {"ending": "finished", "transcript": [], "seconds": NaN}}',
    '{"done": {"ending": "finished", "transcript": [], "seconds": -1}}',
    '{"done": {"ending": "finished", "transcript": [], "seconds": 1e999}}',
    '{"wrote": null}', '{"wrote": []}', '{"wrote": [1]}', '{"wrote": [1, 5]}', '{"wrote": ["1", "x"]}', '{"wrote": [0, "x"]}', '{"wrote": [9, "x"]}', '{"wrote": [1, ""]}',
    '{"wrote": [1, "x", 2]}', '{"asks": false}', '{"asks": null}', '{"ready": true}', '{"line": "x"}', '{"job": {}}',
]  # fmt: skip

WITHOUT_END = {
    "frames of output": "while True: say({'wrote': [1, 'x']})",
    "frames of much output": "while True: say({'wrote': [1, 'x' * 10**6]})",
    "frames of no output": "while True: say({'wrote': [1, '']})",
    "frames of nothing known": "while True: say({'x': 1})",
    "questions": "while True: say({'asks': True}); hear()",
    "questions while it listens to nothing": "import threading\nthreading.Thread(target=lambda: [into.read(9) for _ in iter(int, 1)], daemon=True).start()\nwhile True: say({'asks': True})",
    "questions without listening": "while True: say({'asks': True})",
    "a frame that drips": "out.write(b'\\0\\0\\1\\0')\nwhile True: out.write(b' '); out.flush(); time.sleep(0.01)",
    "errors": "while True: os.write(2, b'x' * 1000); time.sleep(0.01)",
    "silence": "time.sleep(60)",
    "silence and no ear": "os.close(0)\ntime.sleep(60)",
    "silence while a child holds its pipes": "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)', *sys.argv])\ntime.sleep(60)",
}


@pytest.fixture
def box(sandbox_folder, monkeypatch):
    for module in (grader.sandbox, grader.conversation):
        monkeypatch.setattr(module, "GRACE", 0.4)
    with Sandbox(sandbox_folder) as box:
        yield box
    assert not any(left.name.startswith(f"{WORK_PREFIX}{os.getpid()}-") for left in new_folders(sandbox_folder))


def command_lines() -> list[str]:
    """What every process of the machine was started with."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            found.append(path.read_bytes().decode("utf-8", "replace"))
    return found


def new_folders(sandbox_folder: Path) -> list[Path]:
    """The folders of workers that no worker has."""
    used = " ".join(command_lines())
    return [left for left in sandbox_folder.glob(f"{WORK_PREFIX}*") if str(left) not in used]


@pytest.fixture
def acting(tmp_path, monkeypatch):
    """Put a program of one's own in place of the worker; `acting(None)` puts the real one back."""

    def acting(script: str | None) -> None:
        path = REAL
        if script is not None:
            path = tmp_path / "worker.py"
            path.write_text(BEGIN + script, encoding="utf-8")
        monkeypatch.setattr(grader.sandbox, "WORKER", path)

    return acting


def busy() -> float:
    """How many times longer things take on this machine, as others want it too."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1)) if hasattr(os, "getloadavg") else 1.0


def assert_replaced(box: Sandbox) -> None:
    started = time.monotonic()
    assert box.run(Job("program", "print('next')")).output == "next\n"
    assert time.monotonic() - started < REPLACED * busy()


def job(**changes) -> Job:
    return Job("program", "print('hi')", limits=QUICK, **changes)


@pytest.mark.parametrize("script", AT_THE_START.values(), ids=AT_THE_START)
def test_a_worker_that_never_gets_ready(box, acting, monkeypatch, script):
    monkeypatch.setattr(grader.sandbox, "START_SECONDS", 0.5)
    acting(script)
    with pytest.raises(SandboxError, match="could not start") as said:
        box.run(job())
    assert len(str(said.value)) < 1500
    monkeypatch.undo()
    acting(None)
    assert_replaced(box)


@pytest.mark.parametrize("live", [False, True], ids=["check", "live"])
@pytest.mark.parametrize("script", AT_A_JOB.values(), ids=AT_A_JOB)
def test_a_worker_that_goes_in_the_middle_of_a_job(box, acting, script, live):
    acting("say({'ready': True})\n" + script)
    with pytest.raises(SandboxError, match="Nothing was graded"):
        box.run(job(inputs=None if live else ()))
    acting(None)
    assert_replaced(box)


@pytest.mark.parametrize("frame", NONSENSE)
def test_a_worker_that_answers_nonsense(box, acting, frame):
    acting(f"say({{'ready': True}})\nhear()\nraw({frame.encode()!r})\ntime.sleep(60)")
    with pytest.raises(SandboxError, match="Nothing was graded"):
        box.run(job(inputs=None), None, lambda: "x")
    acting(None)
    box.warm_up()


@pytest.mark.parametrize("live", [False, True], ids=["check", "live"])
@pytest.mark.parametrize("script", WITHOUT_END.values(), ids=WITHOUT_END)
def test_a_worker_that_never_comes_to_an_end(box, acting, script, live, tmp_path):
    acting("say({'ready': True})\nhear()\n" + script)
    started = time.monotonic()
    try:
        outcome = box.run(job(inputs=None if live else ()), None, lambda: "x")
    except SandboxError:
        pass
    else:
        assert outcome.ending is Ending.WALL
        assert sum(len(text) for _, text in outcome.transcript) < 10**7
    assert time.monotonic() - started < 5 * busy()
    assert not [words for words in command_lines() if str(tmp_path) in words]
    acting(None)
    assert_replaced(box)


def test_a_worker_that_does_not_read(box, acting):
    acting("say({'ready': True})\ntime.sleep(60)")
    started = time.monotonic()
    with pytest.raises(SandboxError, match="Nothing was graded"):
        box.run(Job("program", "#" * 250_000, limits=QUICK))
    assert time.monotonic() - started < 5 * busy()
    acting(None)
    assert_replaced(box)


def test_an_answer_given_twice_is_not_taken_for_that_to_the_next_job(box, acting):
    acting(
        "say({'ready': True})\nhear()\nsay(done('one'))\nsay(done('forged'))\nhear()\nsay(done('two'))\ntime.sleep(60)"
    )
    assert box.run(job()).output == "one"
    time.sleep(0.2)
    acting(None)
    assert_replaced(box)


def test_what_is_said_after_the_end_is_not_shown_by_the_next_job(box, acting):
    acting(
        "say({'ready': True})\nhear()\nsay(done('one'))\nsay({'wrote': [1, 'late']})\nsay({'asks': True})\ntime.sleep(60)"
    )
    assert box.run(job()).output == "one"
    time.sleep(0.2)
    acting(None)
    shown = []
    outcome = box.run(Job("program", "print('next')", None), lambda channel, text: shown.append(text), lambda: "x")
    assert "".join(shown) == outcome.output == "next\n"


def test_an_answer_before_the_job_is_not_taken(box, acting):
    acting("say({'ready': True})\nsay(done('early'))\nhear()\nsay(done('late'))\ntime.sleep(60)")
    box.warm_up()
    time.sleep(0.2)
    acting(None)
    assert_replaced(box)


def test_a_worker_that_was_stopped_is_replaced(box):
    box.run(job())
    os.kill(box.worker_pid, signal.SIGSTOP)
    assert box.run(job()).ending is Ending.WALL
    assert_replaced(box)


def test_a_stopped_worker_and_a_long_program(box):
    box.run(job())
    os.kill(box.worker_pid, signal.SIGSTOP)
    assert box.run(Job("program", "#" * 250_000, limits=QUICK)).ending is Ending.FINISHED
    assert_replaced(box)


def struck(pid: int, how: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, how)


def test_a_worker_killed_or_stopped_at_random_moments(box):
    chance = random.Random(5)
    codes = [
        "print('hi')",
        "import time\ntime.sleep(0.05)\nprint('hi')",
        "print('x' * 4000)",
        "input()",
        "sum(range(10**6))",
    ]
    for turn in range(24):
        box.warm_up()
        how = signal.SIGKILL if turn % 8 else signal.SIGSTOP
        strike = threading.Timer(chance.random() * 0.03, struck, (box.worker_pid, how))
        strike.start()
        live = None if turn % 2 else ()
        try:
            outcome = box.run(
                Job("program", chance.choice(codes), live, limits=Limits(cpu=0.05, wall=0.2)), None, lambda: "x"
            )
            assert outcome.ending in set(Ending)
        except SandboxError:
            pass
        strike.join()
    assert box.run(Job("program", "print('next')")).ending in (Ending.FINISHED, Ending.WALL)
    assert_replaced(box)


def test_it_can_be_stopped_and_closed_while_a_worker_hangs(box, acting, sandbox_folder):
    acting("say({'ready': True})\ntime.sleep(60)")
    for end in ("stop", "close"):
        with Sandbox(sandbox_folder) as other:
            threading.Timer(0.4, getattr(other, end)).start()
            started = time.monotonic()
            assert other.run(Job("program", "#" * 250_000, limits=Limits(cpu=5))).ending is Ending.STOPPED
            assert time.monotonic() - started < 3 * busy()


@pytest.mark.parametrize("typed", ["\ud800", "\0", "x" * 3_000_000, "\x1b[2J", "a\nb"])
def test_odd_lines_that_a_person_types(box, typed):
    lines = iter([typed])
    outcome = box.run(Job("program", "print(len(input()))", None), None, lambda: next(lines, None))
    assert outcome.output.strip().isdigit()
    assert_replaced(box)


def test_a_screen_that_breaks_does_not_leave_a_job_behind(box):
    def broken(*_):
        raise ZeroDivisionError

    for wrote, asks in ((broken, None), (None, broken)):
        with pytest.raises(ZeroDivisionError):
            box.run(Job("program", "print('old')\ninput()\nprint('old')", None), wrote, asks)
        assert_replaced(box)


def test_a_learners_work_is_kept_when_the_worker_goes(home, tmp_path, acting, monkeypatch):
    from sync import Roster
    from tutor.home import Home
    from tutor.session import open_session

    place = Home(home)
    roster = Roster(home)
    session = open_session(place, roster, roster.add("Ada", "1234"))
    try:
        exercise = next(
            card.what for card in session.cards if isinstance(card.what, Exercise) and card.what.kind is Kind.WRITE
        )
        session.typed(exercise, "print('half of my wo", (0, 20))
        for script in (
            "say({'ready': True})\nhear()",
            "say({'ready': True})\nhear()\nraw(b'nonsense')",
            "sys.exit('x')",
        ):
            acting(script)
            with pytest.raises(SandboxError):
                session.check(exercise, "print('half of my wo")
            assert session.draft(exercise) == ("print('half of my wo", (0, 20))
        acting(None)
        started = time.monotonic()
        report, trouble = session.check(exercise, exercise.solution)
        assert (report.verdict, trouble) == (Verdict.PASSED, "")
        assert time.monotonic() - started < (REPLACED + 1) * busy()
        assert session.draft(exercise) == ("print('half of my wo", (0, 20))
    finally:
        session.close()


def kept_by(pid: int) -> dict[str, int]:
    """What a process holds: bytes, descriptors, threads."""
    status = Path(f"/proc/{pid}/status").read_text()
    lines = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
    return {
        "bytes": int(lines["RssAnon"].split()[0]) * 1024,
        "descriptors": len(os.listdir(f"/proc/{pid}/fd")),
        "threads": int(lines["Threads"]),
    }


KINDS = {
    "print('hi')": Verdict.PASSED,
    "print('no')": Verdict.NOT_YET,
    "print(": Verdict.CRASHED,
    "1/0": Verdict.CRASHED,
    "open('a', 'w').write('x' * 1000)\nprint('hi')": Verdict.PASSED,
    "print('x' * 100_000)": Verdict.OVER_LIMIT,
    "import os\nos._exit(0)": Verdict.CRASHED,
    "x = [bytes(10**6) for _ in range(20)]\nprint('hi')": Verdict.PASSED,
    "import os\nfor n in range(20): os.makedirs(f'a{n}/b'); kept = open(f'a{n}/c', 'w')\nprint('hi')": Verdict.PASSED,
    "import time\ntime.sleep(10**6)": Verdict.TIMED_OUT,
}  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_thousand_submissions_leave_nothing_behind(sandbox_folder, monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    exercise = Exercise("p/c/l/e", Kind.WRITE, "T", "", checks=(OutputCheck("says hi", (), "hi"),))
    codes = list(KINDS.items())
    others, started = processes(), time.monotonic()
    with Sandbox(sandbox_folder) as box:
        for turn in range(1000):
            code, verdict = codes[turn % len(codes)]
            assert grade(box, Submission(exercise, code)).verdict is verdict, code
            if turn == 199:
                gc.collect()
                time.sleep(0.5)
                worker, before = box.worker_pid, (kept_by(os.getpid()), kept_by(box.worker_pid))
        gc.collect()
        time.sleep(0.5)
        after = (kept_by(os.getpid()), kept_by(box.worker_pid))
        assert box.worker_pid == worker
        assert processes() - others == {worker}
        for one, other, room in zip(before, after, (8 << 20, 40 << 20), strict=True):
            assert other["bytes"] - one["bytes"] < room, (before, after)
            # wasmtime starts a thread for files now and then, and ends it later.
            assert other["threads"] <= one["threads"] + 6, (before, after)
            assert other["descriptors"] <= one["descriptors"] + 2
        folders = list(sandbox_folder.glob(f"{WORK_PREFIX}{os.getpid()}-*/*"))
        assert len(folders) <= 8
    assert not processes() - others
    assert not list(tmp_path.iterdir())
    assert time.monotonic() - started < 30 * busy()
