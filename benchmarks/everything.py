"""Measure the tutor against peers in the same run: `./run bench`. Medians; ratios are what counts."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))
sys.path.insert(0, str(ROOT / "benchmarks" / "explain"))

from figures import figures
from terminal import Terminal

from exercises import CallCheck, Exercise, Kind, OutputCheck, PytestCheck
from grader import Sandbox, Submission, Verdict, grade, is_prepared, prepare, trace
from grader.outcome import Job
from lessons import BUILT_IN, load_pack
from sync import Drafts, Roster

TIMES = 30
HOME = Path(sys.prefix, "test-home")
FIVE_TESTS = """
import pytest
from solution import add, greet

@pytest.mark.parametrize(("a", "b", "c"), [(1, 2, 3), (0, 0, 0)])
def test_add(a, b, c):
    assert add(a, b) == c

def test_refuses():
    with pytest.raises(TypeError):
        add(1, "a")

def test_greets(capsys):
    greet("Ada")
    assert capsys.readouterr().out == "Hello, Ada!\\n"

def test_floats():
    assert add(0.1, 0.2) == pytest.approx(0.3)
"""
SOLUTION = "def add(a, b):\n    return a + b\n\ndef greet(name):\n    print(f'Hello, {name}!')\n"
MINIMAL = """
from textual.app import App
from textual.widgets import Static

class Minimal(App):
    def compose(self):
        yield Static("Welcome")

Minimal().run(mouse=False)
"""


def seconds_of(do: Callable[[], object]) -> float:
    started = time.perf_counter()
    do()
    return time.perf_counter() - started


def rested(measure: Callable[[], float]) -> float:
    """Measure after a moment in which the worker fills its store, so that this hits neither side."""
    time.sleep(0.1)
    return measure()


def compare(name: str, ours: Callable[[], float], peer: Callable[[], float], limit: float, more: float = 0.0) -> bool:
    """Measure both in turns, so that a busy minute hits both; print the medians and their ratio.

    Ours may take `limit` times as long as the peer, and `more` seconds.
    """
    ours(), peer()
    pairs = [(rested(ours), rested(peer)) for _ in range(TIMES)]
    mine, other = statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)
    good = mine <= limit * other + more
    allowed = f"{limit:<4}{f' + {more * 1000:.0f} ms' if more else ''}"
    print(
        f"{name:<44} {mine * 1000:8.1f} ms {other * 1000:8.1f} ms   ratio {mine / other:5.2f}   at most {allowed}  {'ok' if good else 'TOO SLOW'}",
        flush=True,
    )
    return good


@contextmanager
def bare_python() -> Iterator[list[str]]:
    """A bare interpreter from a fresh virtual environment: no start-up hooks of this machine."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
        yield [str(Path(folder, "bin", "python")), "-I"]


def process(command: list[str], **more: object) -> float:
    return seconds_of(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **more))


def grading(sandbox: Sandbox, bare: list[str]) -> Iterator[bool]:
    run_pass = [*bare, "-c", "pass"]
    line = Job("program", "print('Hello, Ada!')")
    yield compare(
        "print a line, against python -I -c pass",
        lambda: seconds_of(lambda: sandbox.run(line)),
        lambda: process(run_pass),
        0.5,
    )

    checks = (
        OutputCheck("one", (), "Hello, Ada!\n"),
        OutputCheck("two", ("x",), "Hello, Ada!\n"),
        CallCheck("three", "add(1, 2)", "3", None),
        CallCheck("four", "add('a', 'b')", "'ab'", None),
        CallCheck("five", "add(1, None)", None, "TypeError"),
    )
    five = Exercise("five", Kind.WRITE, "Five", "", checks=checks)
    answer = Submission(five, SOLUTION + "greet('Ada')\n")
    assert grade(sandbox, answer).verdict is Verdict.PASSED
    yield compare(
        "grade 5 checks, against python -I -c pass",
        lambda: seconds_of(lambda: grade(sandbox, answer)),
        lambda: process(run_pass),
        2,
    )

    apart = PytestCheck("t", ("test_it.py",), {"test_it.py": FIVE_TESTS})
    graded = {
        words: Submission(Exercise("tests", Kind.WRITE, "Tests", "", checks=(check,)), SOLUTION)
        for words, check in (("two guests", apart), ("one guest", replace(apart, together=True)))
    }
    for submission in graded.values():
        assert grade(sandbox, submission).verdict is Verdict.PASSED
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "test_it.py").write_text(FIVE_TESTS)
        Path(folder, "solution.py").write_text(SOLUTION)
        native = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
        for words, limit in (("two guests", 0.2), ("one guest", 0.12)):
            yield compare(
                f"5 tests in {words}, against python -m pytest",
                lambda answer=graded[words]: seconds_of(lambda: grade(sandbox, answer)),
                lambda: process(native, cwd=folder),
                limit,
            )


THOUSAND_STEPS = """
names = ["Ada", "Li", "Mei"]
prices = {"tea": 2, "bread": 3}
total = count = 0
word = "hello"
def add(a, b):
    result = a + b
    return result
for number in range(124):
    total = add(total, number)
    count += 1
    names[0] = "Ada" + str(count)
print(total, count)
"""


def steps(sandbox: Sandbox) -> bool:
    traced = trace(sandbox, THOUSAND_STEPS)
    assert len(traced) >= 1000
    job = Job("program", THOUSAND_STEPS)
    return compare(
        f"the steps of a program ({len(traced)}), against a run",
        lambda: seconds_of(lambda: trace(sandbox, THOUSAND_STEPS).at(1000)),
        lambda: seconds_of(lambda: sandbox.run(job)),
        3,
        0.05,
    )


def resident(pid: int) -> float:
    """MiB of memory a process holds."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("no VmRSS")


def memory(folder: Path) -> bool:
    """What the worker holds after 10 and after 310 jobs of all kinds."""
    jobs = [
        Job("program", "print(sum(range(1000)))"),
        Job("program", "x = [0] * 10**6\nprint(len(x))"),
        Job("call", SOLUTION, call="add(1, 2)"),
        Job("program", "1/0"),
        Job("examine", SOLUTION, tests={"test_it.py": FIVE_TESTS}),
        Job("tests", files={"solution.py": SOLUTION}, tests={"test_it.py": FIVE_TESTS}),
    ]
    with Sandbox(folder) as sandbox:
        for number in range(310):
            sandbox.run(jobs[number % len(jobs)])
            if number == 9:
                assert sandbox.worker_pid
                time.sleep(1)  # until the worker has tidied up and filled its store
                first = resident(sandbox.worker_pid)
        assert sandbox.worker_pid
        time.sleep(1)
        last = resident(sandbox.worker_pid)
    good = last < first * 1.1 and last <= 120
    print(
        f"{'worker after 10 and after 310 jobs':<44} {first:8.1f} MiB {last:7.1f} MiB  ratio {last / first:5.2f}   at most 1.1, 120 MiB  {'ok' if good else 'TOO BIG'}",
        flush=True,
    )
    return good


def walls(folder: Path) -> bool:
    """How long the doctor takes to try every wall."""
    found = prepare(folder)
    good = found.safe and found.seconds <= 20
    print(
        f"{f'tutor doctor, {len(found.findings)} walls':<44} {found.seconds * 1000:8.1f} ms {'':11}   {'':11}   at most 20 s  {'ok' if good else 'TOO SLOW' if found.safe else 'NOT SAFE'}",
        flush=True,
    )
    return good


def restart(folder: Path) -> bool:
    """From a worker that is no more to the next job's answer."""
    line, spent = Job("program", "print('Hello, Ada!')"), []
    with Sandbox(folder) as sandbox:
        for _ in range(20):
            sandbox.run(line)
            assert sandbox.worker_pid
            os.kill(sandbox.worker_pid, signal.SIGKILL)
            spent.append(seconds_of(lambda: sandbox.run(line)))
    each = statistics.median(spent) * 1000
    print(
        f"{'a new worker after one was lost, next answer':<44} {each:8.1f} ms {'':11}   {'':11}   at most 400 ms  {'ok' if each <= 400 else 'TOO SLOW'}",
        flush=True,
    )
    return each <= 400


def environment(home: Path) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TERM": "linux", "HOME": str(home), "TUTOR_HOME": str(home)}


def first_paint(home: Path) -> bool:
    """From starting the process to the first words on the screen."""

    def until(command: list[str]) -> float:
        started = time.perf_counter()
        with Terminal(command, environment(home)) as terminal:
            while b"Welcome" not in terminal.raw:
                terminal.read(0.005)
            return time.perf_counter() - started

    ours, peer = [sys.executable, "-I", "-m", "tutor"], [sys.executable, "-I", "-c", MINIMAL]
    return compare("first paint, against a minimal Textual app", lambda: until(ours), lambda: until(peer), 1.3)


def key_to_paint(home: Path) -> bool:
    """Processor time of one key in a program of 100 lines, until it is painted."""
    roster = Roster(home)
    learner = roster.add("Ada", "1234")
    exercise = next(
        exercise for exercise, _ in load_pack(BUILT_IN / "python").exercises() if exercise.kind is not Kind.PREDICT
    )
    drafts = Drafts(roster.learner_folder(learner.id))
    code = "".join(f'    name_{n} = "text {n}" + str({n})  # a comment\n' for n in range(99))
    drafts.save(exercise.id, f"def f():\n{code}", (50, 4))
    drafts.save_place({"card": exercise.id})
    keys, spent = 100, []
    with Terminal([sys.executable, "-I", "-m", "tutor"], environment(home)) as terminal:
        terminal.sign_in()
        terminal.send("\r")
        terminal.sees("name_50")
        time.sleep(2)
        for _ in range(3):
            before = cpu_of(terminal.process.pid)
            for _ in range(keys):
                terminal.send("x")
                terminal.read(0.02)
            terminal.read(0.5)
            spent.append((cpu_of(terminal.process.pid) - before) / keys)
    each = statistics.median(spent) * 1000
    print(
        f"{'key to paint in 100 lines, processor time':<44} {each:8.1f} ms {'':11}   {'':11}   at most 30 ms  {'ok' if each <= 30 else 'TOO SLOW'}",
        flush=True,
    )
    return each <= 30


def cpu_of(pid: int) -> float:
    """Seconds of processor time a process has used, children not counted."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> int:
    """Measure everything; 1 if something is over its limit."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    folder = HOME / "sandbox"
    if not is_prepared(folder):
        prepare(folder)
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors, medians of {TIMES}; ours, peer, ratio")
    good = []
    with bare_python() as bare, Sandbox(folder) as sandbox:
        good += list(grading(sandbox, bare))
        good.append(figures(sandbox))
        good.append(steps(sandbox))
    good.append(memory(folder))
    good.append(restart(folder))
    good.append(walls(folder))
    home = Path(tempfile.mkdtemp())
    try:
        (home / "sandbox").symlink_to(folder)
        good.append(first_paint(home))
        good.append(key_to_paint(home))
    finally:
        shutil.rmtree(home)
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
