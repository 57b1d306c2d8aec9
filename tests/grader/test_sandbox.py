"""The walls: what a program may do, and what happens to one that tries more."""

import os
import signal
import sys
import threading
import time

import pytest

from exercises import Limits
from grader import Channel, Ending, Sandbox, SandboxError, run
from grader.outcome import Job

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
        "open('/new.txt', 'w')",
        "open('/tests/new.txt', 'w')",
        "import os\nos.listdir('/')",
        "import os\nos.listdir('/home')",
        "import os\nos.mkdir('/x')",
        "import os\nos.symlink('/etc/passwd', 'x')\nopen('x').read()",
        "import os\nos.symlink('../../../../../../etc', 'x')\nos.listdir('x')",
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


FILES = {"data.txt": "5\n", "more/deep.txt": "6\n"}


def test_a_program_reads_and_writes_files_in_a_place_of_its_own(sandbox):
    reads = "print(int(open('data.txt').read()) + int(open('more/deep.txt').read()))"
    assert sandbox.run(Job("program", reads, files=FILES)).output == "11\n"
    writes = "from pathlib import Path\nPath('data.txt').write_text('7')\nPath('d').mkdir()\nPath('d/new').write_text('8')\nprint(Path('data.txt').read_text(), sorted(map(str, Path('.').rglob('*'))))"
    assert sandbox.run(Job("program", writes, files=FILES)).output.startswith("7 ['d', 'd/new', 'data.txt', 'more'")
    assert sandbox.run(Job("program", reads, files=FILES)).output == "11\n"
    assert sandbox.run(Job("program", "import os\nprint(os.listdir())")).output == "[]\n"
    database = "import sqlite3\nd = sqlite3.connect('a.db')\nd.execute('create table t (x)')\nd.execute('insert into t values (5)')\nd.commit()\nd.close()\nprint(sqlite3.connect('a.db').execute('select x from t').fetchall())"
    assert do(sandbox, database).output == "[(5,)]\n"


@pytest.mark.parametrize(
    "code",
    [
        "f = open('a', 'w')\nwhile True: f.write('x' * 100_000)",
        "n = 0\nwhile True:\n    n += 1\n    open(f'f{n}', 'w').close()",
        "n = 0\nwhile True:\n    n += 1\n    open(f'f{n % 9}', 'a').write('x' * 1_000_000)",
        "import os\nwhile True:\n    os.mkdir('d')\n    os.chdir('d')",
        "f = open('a', 'r+' if False else 'w+')\nf.seek(12_000_000)\nf.write('x')\nf.flush()\nwhile True: pass",
    ],
)
def test_what_a_program_writes_is_bounded_and_gone_afterwards(sandbox, sandbox_folder, code):
    outcome = do(sandbox, code)
    assert outcome.ending is Ending.FILES
    assert outcome.seconds < 3
    assert do(sandbox, "import os\nprint(os.listdir())").output == "[]\n"


def test_one_file_never_grows_past_the_last_wall(sandbox):
    outcome = do(
        sandbox,
        "f = open('a', 'wb', buffering=0)\ntry:\n    f.truncate(10**12)\nexcept OSError as e: print('stopped', e.errno)",
    )
    assert outcome.output.startswith("stopped ") or outcome.ending is Ending.FILES


def test_time_and_chance_are_what_the_job_says(sandbox):
    code = "import datetime, time, os, random, uuid, secrets\nprint(datetime.datetime.now(), datetime.date.today(), round(time.time()))\ntime.sleep(3600)\nprint(datetime.datetime.now(), os.urandom(4), random.random(), uuid.uuid4(), secrets.token_hex(4))"
    job = Job("program", code, clock=1_700_000_000.0, limits=Limits(wall=9999.0))
    one = sandbox.run(job)
    assert one.output.startswith("2023-11-14 22:13:20.000001 2023-11-14 1700000000\n2023-11-14 23:13:20.00000")
    assert sandbox.run(job).output == one.output
    assert (
        sandbox.run(Job("program", code, clock=1_700_000_000.0, seed=2, limits=Limits(wall=9999.0))).output
        != one.output
    )


def test_without_a_clock_of_its_own_a_program_sees_the_machine_s(sandbox):
    said = float(do(sandbox, "import time\nprint(time.time())").output)
    assert abs(said - time.time()) < 60
    assert (
        3600
        <= float(
            do(
                sandbox,
                "import time\na = time.monotonic(), time.perf_counter()\ntime.sleep(1)\nprint(min(time.monotonic() - a[0], time.perf_counter() - a[1]) * 3600)",
            ).output
        )
        < 5400
    )


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


@pytest.mark.parametrize(
    "code",
    [
        "print('on')\nwhile True: pass",
        "print('on')\nimport time\ntime.sleep(100)",
        "print('on')\ninput('? ')",
        "print('on')\n9**9**9",
        "print('on')\nimport re\nre.match(r'(a+)+b', 'a' * 40)",
        "print('on')\ntry:\n    while True: pass\nexcept BaseException:\n    while True: pass",
        "while True: print('on')",
    ],
)
def test_whatever_runs_is_stopped_within_a_second(sandbox, code):
    on, released, stopped = threading.Event(), threading.Event(), []

    def stop():
        on.wait(10)
        time.sleep(0.1)
        stopped.append(time.monotonic())
        sandbox.stop()
        released.set()

    threading.Thread(target=stop).start()
    outcome = run(sandbox, code, lambda channel, text: on.set(), lambda: released.wait(10) and None)
    assert time.monotonic() - stopped[0] < 1
    assert outcome.ending in (Ending.STOPPED, Ending.OUTPUT)
    assert outcome.output.startswith("on\n")


def test_a_program_that_sleeps_says_so_and_a_program_that_works_does_not(sandbox):
    told = []
    code = "import time\ntime.sleep(0.01)\nprint('a')\ntime.sleep(0.4)\nprint('b')\nsum(range(10**6))"
    outcome = run(sandbox, code, lambda _, text: told.append(text), sleeps=told.append)
    assert outcome.ending is Ending.FINISHED
    assert told == ["a\n", 0.4, 0.0, "b\n"]
    told.clear()
    sandbox.run(Job("program", code), sleeps=told.append)
    assert told == []


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


def test_a_worker_that_disappears_is_replaced_and_the_job_is_done_all_the_same(sandbox):
    do(sandbox, "print(1)")
    os.kill(sandbox.worker_pid, 9)
    assert do(sandbox, "print(1)").output == "1\n"
    assert do(sandbox, "print(2)").output == "2\n"


@pytest.mark.skipif(sys.platform == "win32", reason="only Unix can stop a process and leave it there")
def test_a_worker_that_hangs_is_replaced_and_the_job_is_done_all_the_same(sandbox):
    do(sandbox, "print(1)")
    hung = sandbox.worker_pid
    threading.Timer(0.2, lambda: os.kill(hung, signal.SIGSTOP)).start()
    started = time.monotonic()
    assert sandbox.run(Job("program", "for n in range(5_000_000): pass\nprint(n)")).output == "4999999\n"
    assert sandbox.worker_pid != hung
    assert time.monotonic() - started < 20


def test_a_program_whose_output_was_seen_is_not_run_twice(sandbox):
    def wrote(_channel, _text):
        os.kill(sandbox.worker_pid, 9)

    with pytest.raises(SandboxError, match="ended by itself"):
        run(sandbox, "print('once')\ninput()\nprint('twice')", wrote, lambda: time.sleep(1))
    assert do(sandbox, "print(2)").output == "2\n"


def test_trouble_of_the_one_who_watches_leaves_no_half_done_job_behind(sandbox):
    def wrote(_channel, _text):
        raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        run(sandbox, "for n in range(100): print('of the first')", wrote)
    assert do(sandbox, "print('of the second')").output == "of the second\n"


def test_files_of_programs_are_gone_when_the_tutor_closes_or_was_cut_off(sandbox_folder):
    others = set(sandbox_folder.glob("work-*"))
    with Sandbox(sandbox_folder) as box:
        do(box, "open('a', 'w').write('b')")
        mine = set(sandbox_folder.glob(f"work-{os.getpid()}-*")) - others
        assert mine
    assert set(mine).isdisjoint(sandbox_folder.glob("work-*"))
    left = sandbox_folder / "work-999999999-x"
    left.mkdir()
    (left / "old.txt").write_text("of another learner")
    with Sandbox(sandbox_folder) as box:
        do(box, "print(1)")
    assert not left.exists()
