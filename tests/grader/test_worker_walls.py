"""What the worker drops of its own power. Nothing relies on it; where the system has it, it must be there."""

import json
import os
import socket
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from grader import Sandbox
from grader.outcome import Job
from grader.worker import calls, walls

GRADER = Path(walls.__file__).parent.parent
HOSTILE = """
import ctypes, json, os, socket, subprocess, sys, threading
port, root, outside, raised = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4] == "walls"
import types
grader = types.ModuleType("grader")
grader.__path__ = [{grader!r}]
sys.modules["grader"] = grader
from grader.worker import walls
stands = walls.raise_walls(root) if raised else {{}}
WAYS = {ways!r}
reached = {{}}

def reach(where):
    for name, code in WAYS.items():
        try:
            exec(code)
        except OSError:
            continue
        reached.setdefault(where, []).append(name)

reach("main")
thread = threading.Thread(target=reach, args=("thread",))
thread.start()
thread.join()
os.makedirs(root + "/a/b")
with open(root + "/a/b/c", "w") as file:
    file.write("own")
os.rename(root + "/a/b/c", root + "/a/c")
own = open(root + "/a/c").read()
os.truncate(root + "/a/c", 1)
os.remove(root + "/a/c")
os.symlink("c", root + "/a/d")
print(json.dumps({{"stands": stands, "reached": reached, "own": own}}))
"""
BY_LANDLOCK = {
    "reads": "open('/etc/passwd').read()",
    "lists": "os.listdir('/')",
    "writes": "open(outside + '/new-' + str(threading.get_ident()), 'w')",
    "changes": "open(outside + '/old', 'a')",
    "renames": "os.rename(outside + '/old', outside + '/renamed'); os.rename(outside + '/renamed', outside + '/old')",
    "removes": "os.mkdir(outside + '/d'); os.rmdir(outside + '/d')",
    "makes a pipe": "os.mkfifo(root + '/pipe-' + str(threading.get_ident()))",
}
BY_VERSION_4 = {"connects": "socket.create_connection(('127.0.0.1', port), 2).close()"}
BY_VERSION_6 = {"signals": "os.kill(os.getppid(), 0)"}
BY_SECCOMP = {
    "single packets": "socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', port))",
    "a socket of the computer": "socket.socket(socket.AF_UNIX).close()",
    "forks": "os.fork() or os._exit(0)",
    "starts": "subprocess.run(['/bin/sh', '-c', 'exit 0'])",
    "other numbers": """
libc = ctypes.CDLL(None, use_errno=True)
if libc.syscall(41 if not raised else 41 | 0x40000000, 2, 1, 0) < 0: raise OSError""",
}
WAYS = BY_LANDLOCK | BY_VERSION_4 | BY_VERSION_6 | BY_SECCOMP


@pytest.fixture
def hostile(tmp_path):
    """A worker taken over: code of this machine's own Python, started as the worker is, after its walls are up."""
    script = tmp_path / "worker.py"
    script.write_text(HOSTILE.format(grader=str(GRADER), ways=WAYS))
    root, outside = tmp_path / "root", tmp_path / "outside"
    root.mkdir()
    outside.mkdir()
    (outside / "old").write_text("old")

    def run(how: str) -> dict:
        with socket.create_server(("127.0.0.1", 0)) as server:
            arguments = [str(server.getsockname()[1]), str(root), str(outside), how]
            done = subprocess.run(
                [sys.executable, "-I", str(script), *arguments], env={}, capture_output=True, text=True, check=True
            )
        return json.loads(done.stdout)

    return run


@pytest.mark.skipif(sys.platform != "linux", reason="these walls are those of Linux")
def test_a_worker_that_was_taken_over_reaches_nothing(hostile):
    found = hostile("walls")
    stands, expected = found["stands"], set()
    version = int(stands["landlock"].removeprefix("version ") or 0)
    for ways, is_there in (
        (BY_LANDLOCK, version >= 1),
        (BY_VERSION_4, version >= 4 or stands["seccomp"]),
        (BY_VERSION_6, version >= 6 or stands["seccomp"]),
        (BY_SECCOMP, stands["seccomp"]),
    ):
        expected |= set() if is_there else set(ways)
    assert {name for names in found["reached"].values() for name in names} <= expected
    assert found["own"] == "own", "its own folder is open to it"
    assert stands["no_new_privs"] == "set"
    assert stands["rlimits"] == "core, fsize, nofile, data"


@pytest.mark.skipif(sys.platform != "linux", reason="some ways are those of Linux")
def test_without_its_walls_it_would_reach_all_of_it(hostile):
    found = hostile("none")
    assert set(found["reached"]["main"]) == set(WAYS)
    assert set(found["reached"]["thread"]) == set(WAYS)


of_linux = pytest.mark.skipif(sys.platform != "linux", reason="read from /proc")


@pytest.fixture(scope="module")
def pid(sandbox_folder, tmp_path_factory):
    secret = tmp_path_factory.mktemp("secret") / "secret.txt"
    secret.write_text("secret")
    inherited = os.open(secret, os.O_RDONLY)
    os.set_inheritable(inherited, True)
    os.environ["A_SECRET"] = "secret"
    try:
        with Sandbox(sandbox_folder) as box:
            assert box.run(Job("program", "open('a', 'w').write('b')\nprint(1)")).output == "1\n"
            time.sleep(0.5)  # until it has filled its store
            yield box.worker_pid
    finally:
        os.close(inherited)
        del os.environ["A_SECRET"]


@of_linux
def test_every_thread_is_behind_the_walls(pid):
    threads = [(path / "status").read_text() for path in Path(f"/proc/{pid}/task").iterdir()]
    assert len(threads) >= 4
    for status in threads:
        said = dict(line.split(":\t", 1) for line in status.splitlines())
        assert said["NoNewPrivs"] == "1"
        assert said["Seccomp"] == ("2" if os.uname().machine == "x86_64" else said["Seccomp"])


@of_linux
def test_its_limits_are_set(pid):
    said = {line[:26].strip(): line[26:].split()[:2] for line in Path(f"/proc/{pid}/limits").read_text().splitlines()}
    assert said["Max core file size"] == ["0", "0"]
    assert said["Max file size"] == [str(walls.BIGGEST_FILE)] * 2
    assert said["Max open files"] == [str(walls.MOST_FILES)] * 2
    assert said["Max data size"] == [str(walls.MOST_MEMORY)] * 2


@of_linux
def test_it_knows_nothing_of_the_environment(pid):
    names = {part.partition(b"=")[0] for part in Path(f"/proc/{pid}/environ").read_bytes().split(b"\0") if part}
    assert names <= {b"TMPDIR", b"TEMP", b"TMP", b"SYSTEMROOT"}


@of_linux
def test_nothing_open_is_inherited(pid):
    opened = {path.name: os.readlink(path) for path in Path(f"/proc/{pid}/fd").iterdir()}
    assert opened.pop("0").startswith("pipe:")
    assert opened.pop("1").startswith("pipe:")
    assert opened.pop("2").endswith("(deleted)")
    root = "/work-"
    strange = [
        to for to in opened.values() if not (to.startswith("anon_inode:") or root in to or to.endswith(".native"))
    ]
    own = {f"/proc/{pid}/fd", f"/proc/{pid}/statm"}
    assert [to for to in strange if not to.startswith("/memfd:") and to not in own] == []


@of_linux
def test_it_is_in_a_session_of_its_own(pid):
    assert os.getsid(pid) == pid


@pytest.mark.skipif(sys.platform != "linux", reason="read from /proc")
def test_the_doctor_tries_the_sandbox_without_these_walls(sandbox_folder):
    with Sandbox(sandbox_folder, proving=True) as box:
        box.run(Job("program", "print(1)"))
        assert "NoNewPrivs:\t0" in Path(f"/proc/{box.worker_pid}/status").read_text()
        assert box.extra_walls == {}


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_where_a_system_has_none_of_them_nothing_happens(monkeypatch, tmp_path, system):
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(walls, "resource", None)
    assert walls.raise_walls(str(tmp_path)) == dict.fromkeys(("rlimits", "no_new_privs", "landlock", "seccomp"), "")


@pytest.mark.parametrize("answers", [[-1], [7, -1, -1], [7, -1, 0, -1]], ids=["no Landlock", "no rule", "no walls"])
def test_a_kernel_that_says_no_is_a_wall_that_is_absent(monkeypatch, tmp_path, answers):
    monkeypatch.setattr(walls, "_system_call", lambda *_: answers.pop(0))
    assert walls._landlock(str(tmp_path)) == ""


@pytest.mark.parametrize(("version", "size"), [(1, 8), (3, 8), (4, 16), (5, 16), (6, 24), (9, 24)])
def test_an_older_kernel_is_asked_only_for_what_it_knows(monkeypatch, tmp_path, version, size):
    asked = []

    def system_call(number, *arguments):
        asked.append((number, arguments))
        return version if len(asked) == 1 else -1 if number == walls.CREATE_RULESET else 0

    monkeypatch.setattr(walls, "_system_call", system_call)
    assert walls._landlock(str(tmp_path)) == f"version {version}"
    assert asked[1][1][1] == size
    rights = asked[1][1][0]._obj
    assert bool(rights.files & walls.REFER) == (version >= 2)
    assert bool(rights.files & walls.TRUNCATE) == (version >= 3)
    assert bool(rights.files & walls.IOCTL_DEV) == (version >= 5)
    assert bool(rights.network) == (version >= 4)
    assert bool(rights.scopes) == (version >= 6)


def test_on_a_machine_whose_calls_have_other_numbers_none_are_given_up(monkeypatch):
    monkeypatch.setattr("platform.machine", lambda: "aarch64")
    assert calls.give_up_calls() == ""


def test_each_step_of_the_filter_leads_to_an_answer():
    steps = calls._steps()
    answers = {n for n, (code, *_) in enumerate(steps) if code == calls.ANSWER}
    for n, (code, yes, no, _value) in enumerate(steps):
        if code in (calls.EQUAL, calls.AT_LEAST, calls.HAS_BIT):
            assert n + 1 + yes < len(steps)
            assert n + 1 + no < len(steps)
    for n, (_, yes, _, value) in enumerate(steps[6 : 6 + len(calls.GIVEN_UP)], 6):
        assert steps[n + 1 + yes] == (calls.ANSWER, 0, 0, calls.SAY | 1), textwrap.shorten(str(value), 20)
    assert len(steps) - 1 in answers
