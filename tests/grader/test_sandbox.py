"""The walls: what a program may do, and what happens to one that tries more."""

import threading
import time

import pytest

from exercises import Limits
from grader import Channel, Ending, Sandbox, SandboxError, run
from grader.outcome import Job
from grader.sandbox import compiled_path

QUICK = Limits(cpu=1.0, wall=3.0, output=5000)


def do(sandbox, code, inputs=(), limits=QUICK):
    return sandbox.run(Job("program", code, inputs, limits=limits))


@pytest.mark.parametrize(
    ("code", "ending"),
    [
        ("while True: pass", Ending.CPU),
        ("9**9**9", Ending.CPU),
        ("import re\nre.match(r'(a+)+b', 'a' * 40)", Ending.CPU),
        ("try:\n  while True: pass\nexcept BaseException: print('caught')", Ending.CPU),
        ("while True: print(1)", Ending.OUTPUT),
        ("print('x' * 10**7)", Ending.OUTPUT),
        ("import sys\nwhile True: sys.stderr.write('e')", Ending.OUTPUT),
        ("x = 'a'\nwhile True: x += x", Ending.MEMORY),
        ("x = []\nwhile True: x.append(bytes(10**6))", Ending.MEMORY),
        ("import os\nos._exit(0)", Ending.DIED),
        ("import os\nos.abort()", Ending.DIED),
        ("import sys\nsys.exit(0)", Ending.EXITED),
        ("exit()", Ending.EXITED),
        ("import sys\nsys.setrecursionlimit(10**7)\ndef f(): f()\nf()", Ending.STACK),
        ("import time\ntime.sleep(10**6)", Ending.WALL),
        ("import time\nwhile True: time.sleep(1)", Ending.WALL),
    ],
)
def test_a_program_that_does_not_end_well_is_ended(sandbox, code, ending):
    assert do(sandbox, code).ending is ending
    assert do(sandbox, "print('next')").output == "next\n"


def test_recursion_without_end_is_an_error_message(sandbox):
    outcome = do(sandbox, "def f():\n    f()\nf()")
    assert (outcome.ending, outcome.error.kind, outcome.error.line) == (Ending.RAISED, "RecursionError", 2)


def test_a_wait_the_guest_cannot_see_is_ended_by_the_parent(sandbox):
    started = time.monotonic()
    code = "import select\nselect.select([], [], [], 10**5)\nprint('woke')"
    outcome = do(sandbox, code, limits=Limits(cpu=0.1, wall=1.0))
    assert outcome.ending in (Ending.WALL, Ending.RAISED, Ending.DIED)
    assert time.monotonic() - started < 20
    assert do(sandbox, "print('next')").output == "next\n"


@pytest.mark.parametrize(
    "code",
    [
        "open('/etc/passwd').read()",
        "open('../../etc/passwd').read()",
        "open('/work/../etc/passwd').read()",
        "open('new.txt', 'w')",
        "import os\nos.listdir('/')",
        "import os\nos.listdir('/home')",
        "import os\nos.mkdir('x')",
        "import os\nos.system('ls')",
        "import os\nos.fork()",
        "import subprocess\nsubprocess.run(['ls'])",
        "import socket\nsocket.create_connection(('127.0.0.1', 1))",
        "import threading\nthreading.Thread(target=print).start()",
        "import asyncio\nasyncio.run(asyncio.sleep(0))",
        "import ctypes",
        "import turtle",
        "import signal\nsignal.alarm(1)",
        "import os\nos.kill(1, 9)",
    ],
)
def test_nothing_of_the_machine_is_within_reach(sandbox, code):
    outcome = do(sandbox, code)
    assert outcome.ending in (Ending.RAISED, Ending.DIED), outcome


@pytest.mark.parametrize(
    "code",
    [
        "open('data.txt', 'w')",
        "open('new.txt', 'w')",
        "import os\nos.remove('data.txt')",
        "open('../data.txt')",
        "import os\nos.mkdir('d')",
    ],
)
def test_the_files_of_an_exercise_can_be_read_and_not_changed(sandbox, code):
    files = {"data.txt": "5\n", "more/deep.txt": "6\n"}
    outcome = sandbox.run(
        Job("program", "print(int(open('data.txt').read()) + int(open('more/deep.txt').read()))", files=files)
    )
    assert outcome.output == "11\n"
    assert sandbox.run(Job("program", code, files=files)).ending is Ending.RAISED


def test_the_environment_and_the_arguments_are_empty(sandbox):
    assert do(sandbox, "import os, sys\nprint(dict(os.environ) == {} or list(os.environ), sys.argv)").output in (
        "True ['program.py']\n",
        "['PYTEST_DISABLE_PLUGIN_AUTOLOAD'] ['program.py']\n",
        "['PYTEST_DISABLE_PLUGIN_AUTOLOAD', 'PYTEST_VERSION'] ['program.py']\n",
    )


def test_nothing_stays_from_one_run_to_the_next(sandbox):
    do(sandbox, "import builtins, json\nbuiltins.secret = json.secret = 1\nbuiltins.print = None")
    assert (
        do(sandbox, "import json\nprint(hasattr(json, 'secret'), 'secret' in dir(__builtins__))").output
        == "False False\n"
    )


def test_a_lone_surrogate_and_odd_bytes_come_out_readable(sandbox):
    assert do(sandbox, "print('a\\ud800b')").output == "a\\ud800b\n"
    assert do(sandbox, "import sys\nsys.stdout.buffer.write(b'\\xff\\xc3\\xa9!')").output == "\\xffé!"


def test_input_is_typed_shown_and_asked_for(sandbox):
    outcome = do(sandbox, "name = input('Name? ')\nprint('Hi', name)", ("Ada",))
    assert outcome.output == "Hi Ada\n"
    assert outcome.transcript == ((Channel.PROMPT, "Name? "), (Channel.TYPED, "Ada\n"), (Channel.OUTPUT, "Hi Ada\n"))
    assert do(sandbox, "input()").error.kind == "EOFError"
    assert do(sandbox, "import sys\nprint(sys.stdin.read().split())", ("a", "b")).output == "['a', 'b']\n"


def test_a_person_is_asked_while_the_program_runs(sandbox):
    told, typed = [], iter(["Ada", "36"])
    code = "name = input('Name? ')\nprint('Hi', name)\nage = input('Age? ')\nprint(int(age) + 1)"
    outcome = run(sandbox, code, lambda channel, text: told.append(text), lambda: next(typed))
    assert "".join(told) == "Name? Hi Ada\nAge? 37\n"
    assert outcome.ending is Ending.FINISHED


def test_waiting_for_a_person_costs_no_time(sandbox):
    def slow():
        time.sleep(1.2)
        return "x"

    outcome = sandbox.run(
        Job("program", "input()\nprint(sum(range(10**5)))", None, limits=Limits(cpu=0.5, wall=0.5)), None, slow
    )
    assert outcome.ending is Ending.FINISHED


def test_output_comes_before_the_program_ends(sandbox):
    seen = []

    def wrote(_channel, text):
        seen.append((time.monotonic(), text))

    run(sandbox, "import time\nprint('one')\ntime.sleep(0.5)\nprint('two')", wrote)
    assert seen[-1][0] - seen[0][0] > 0.4


def test_a_running_program_can_be_stopped(sandbox):
    threading.Timer(0.3, sandbox.stop).start()
    started = time.monotonic()
    outcome = run(sandbox, "print('start')\nwhile True: pass")
    assert outcome.ending is Ending.STOPPED
    assert outcome.output == "start\n"
    assert time.monotonic() - started < 3
    assert run(sandbox, "print('again')").output == "again\n"


def test_a_waiting_program_can_be_stopped(sandbox):
    asked = threading.Event()

    def asks():
        asked.wait(5)

    threading.Timer(0.2, lambda: (sandbox.stop(), asked.set())).start()
    assert run(sandbox, "input('? ')", None, asks).ending is Ending.STOPPED


def test_random_is_not_the_same_as_at_the_build_but_the_same_in_two_checks(sandbox):
    code = "import random\nprint(random.random())"
    first, second = do(sandbox, code).output, do(sandbox, code).output
    assert first == second
    other = sandbox.run(Job("program", code, seed=2)).output
    assert other != first


def test_modules_a_learner_may_use_are_there(sandbox):
    names = "math random statistics datetime calendar json csv string textwrap collections itertools functools decimal"
    names += " fractions pathlib html html.parser sqlite3 difflib unittest time re dataclasses typing enum"
    code = f"for name in {names.split()!r}:\n    __import__(name)\nprint('all')"
    assert do(sandbox, code).output == "all\n"
    code = "import sqlite3, zoneinfo\nprint(sqlite3.connect(':memory:').execute('select 2+2').fetchone())"
    assert do(sandbox, code).output == "(4,)\n"


def test_without_native_code_it_says_so_and_runs_nothing(tmp_path):
    with Sandbox(tmp_path) as box, pytest.raises(SandboxError, match="tutor prepare"):
        do(box, "print(1)")


def test_native_code_that_others_could_change_is_not_trusted(tmp_path, sandbox_folder):
    path = compiled_path(tmp_path)
    path.write_bytes(compiled_path(sandbox_folder).read_bytes())
    path.chmod(0o666)
    with Sandbox(tmp_path) as box, pytest.raises(SandboxError, match="can't be trusted"):
        do(box, "print(1)")
    path.chmod(0o600)
    with Sandbox(tmp_path) as box:
        assert do(box, "print(1)").output == "1\n"


def test_damaged_native_code_is_a_fault_of_ours_never_a_verdict(tmp_path):
    path = compiled_path(tmp_path)
    path.write_bytes(b"not native code")
    path.chmod(0o600)
    with Sandbox(tmp_path) as box, pytest.raises(SandboxError, match="could not start"):
        do(box, "print(1)")


def test_a_worker_that_disappears_is_replaced(sandbox):
    import os

    do(sandbox, "print(1)")
    os.kill(sandbox.worker_pid, 9)
    with pytest.raises(SandboxError, match="ended by itself"):
        do(sandbox, "print(1)")
    assert do(sandbox, "print(2)").output == "2\n"


def test_three_hundred_runs_leave_no_folder_behind(sandbox, tmp_path, monkeypatch):
    import tempfile

    before = {path.name for path in __import__("pathlib").Path(tempfile.gettempdir()).glob("tutor-job-*")}
    for _ in range(20):
        sandbox.run(Job("program", "print(open('data.txt').read())", files={"data.txt": "5"}))
    after = {path.name for path in __import__("pathlib").Path(tempfile.gettempdir()).glob("tutor-job-*")}
    assert after <= before
