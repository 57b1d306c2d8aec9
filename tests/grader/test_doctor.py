"""The doctor says PASS only where a wall holds: each wall is broken once, and must be seen to be broken."""

import json
import os
import resource
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import grader.doctor
import grader.sandbox
from grader import Channel, Ending, Outcome, Sandbox, SandboxError, is_prepared, prepare
from grader.doctor import examine_wall
from grader.forgeries import HONEST
from grader.native import compiled_path, read_seal, seal_path
from grader.outcome import Job
from grader.walls import WALLS, Canary
from tutor.cli import main

BY_NAME = {wall.name: wall for wall in WALLS}
SECONDS = 2.0


@pytest.fixture(scope="module")
def found(sandbox_folder):
    return prepare(sandbox_folder)


@pytest.fixture
def canary():
    with Canary() as canary:
        yield canary


def test_every_wall_holds_here(found):
    assert [finding.holes for finding in found.findings] == [()] * len(WALLS)
    assert found.safe
    assert found.seconds < 60, "20 on a quiet machine: ./run bench looks at that"
    assert sum(finding.ways for finding in found.findings) > 120


def test_what_was_found_is_in_the_seal(found, sandbox_folder):
    assert read_seal(sandbox_folder).walls == dict.fromkeys(BY_NAME, True)


class NoWalls:
    """This machine's own Python, as if there were no sandbox. A program that is still busy is left behind."""

    def __init__(self, folder: Path):
        self._program = folder / "program.py"
        self._earlier = ""

    def run(self, job: Job) -> Outcome:
        self._program.write_text(self._earlier + job.code, encoding="utf-8")
        try:
            done = subprocess.run(
                [sys.executable, "-I", self._program],
                cwd=self._program.parent,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=SECONDS,
                preexec_fn=roomy,
            )
            output, ending = done.stdout, Ending.RAISED if done.returncode else Ending.FINISHED
        except subprocess.TimeoutExpired as late:
            output, ending = late.stdout or b"", Ending.FINISHED
        self._earlier += job.code if "left.txt" in job.code else ""
        return Outcome(ending, ((Channel.OUTPUT, output.decode("utf-8", "replace")),))


def roomy():
    resource.setrlimit(resource.RLIMIT_STACK, (1 << 30, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


@pytest.mark.skipif(sys.platform != "linux", reason="some ways are those of Linux")
@pytest.mark.parametrize("name", sorted(set(BY_NAME) - {"forgery"}))
def test_without_walls_every_way_gets_through(name, canary, tmp_path):
    wall = BY_NAME[name]
    finding = examine_wall(wall, NoWalls(tmp_path), canary)
    assert not finding.held
    assert len(finding.holes) >= wall.ways, finding.holes
    assert not any("did not" in hole for hole in finding.holes), finding.holes


class Believes:
    """A sandbox whose every answer is that of an honest one: whoever asks, the program has solved its task."""

    def __init__(self, sandbox):
        self._sandbox = sandbox

    def run(self, job: Job) -> Outcome:
        files = {**(job.files or {}), "solution.py": HONEST} if job.kind == "tests" else job.files
        return self._sandbox.run(replace(job, code=HONEST, files=files))


def test_a_sandbox_that_believes_every_trick_is_found_out(sandbox, canary):
    finding = examine_wall(BY_NAME["forgery"], Believes(sandbox), canary)
    assert len(finding.holes) == finding.ways


class OneGuest:
    """A sandbox whose tests share their guest with the program."""

    def __init__(self, sandbox):
        self._sandbox = sandbox

    def run(self, job: Job) -> Outcome:
        if job.kind == "examine":
            job = replace(job, kind="tests", files={**job.files, "solution.py": job.code})
        return self._sandbox.run(job)


def test_tests_that_share_a_guest_with_the_program_are_found_out(sandbox, canary):
    finding = examine_wall(BY_NAME["forgery"], OneGuest(sandbox), canary)
    tricks = ("reports that always pass", "reading the tests", "an object equal to everything", "a number that lies")
    assert set(finding.holes) >= {f"tests: {trick}" for trick in tricks}, finding.holes


class Refuses:
    """A place where nothing comes to its end."""

    def run(self, job: Job) -> Outcome:
        return Outcome(Ending.RAISED)


class Breaks:
    """A place that can't be had."""

    def run(self, job: Job) -> Outcome:
        raise SandboxError("The sandbox ended by itself.")


@pytest.mark.parametrize("place", [Refuses(), Breaks()], ids=["refuses", "breaks"])
@pytest.mark.parametrize("name", sorted(BY_NAME))
def test_a_wall_that_could_not_be_tried_does_not_hold(name, place, canary):
    assert not examine_wall(BY_NAME[name], place, canary).held


HOLES = {
    "reading": ("instance.py", {"self._store.set_wasi": 'wasi.preopen_dir("/", "/", False); self._store.set_wasi'}),
    "changing": ("instance.py", {"self._store.set_wasi": 'wasi.preopen_dir("/", "/"); self._store.set_wasi'}),
    "environment": ("instance.py", {"self._store.set_wasi": "wasi.inherit_env(); self._store.set_wasi"}),
    "memory": ("instance.py", {"memory_size=memory": "memory_size=memory * 8"}),
    "time": ("instance.py", {'run.job["limits"]["cpu"]': "1e6"}),
    "printing": ("door.py", {'["limits"]["output"]': '["limits"]["output"] * 100'}),
    "filling": ("folder.py", {"8 * 1024 * 1024": "1 << 60", "= 400": "= 1 << 60"}),
    "leftovers": (
        "folder.py",
        {"tempfile.mkdtemp(dir=root)": "root", "        take_away_folder(": "        (lambda _: None)("},
    ),
}
"""Holes in the worker: the wall that must be seen to be broken, the file, and what is changed in it."""


@pytest.fixture
def worker_with_a_hole(tmp_path, monkeypatch):
    def make(file: str, changes: dict[str, str]) -> None:
        copy = tmp_path / "grader" / "worker"
        shutil.copytree(grader.sandbox.WORKER.parent, copy, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(grader.sandbox.WORKER.parent.parent / "clearing.py", copy.parent)
        text = (copy / file).read_text()
        for old, new in changes.items():
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        (copy / file).write_text(text)
        monkeypatch.setattr(grader.sandbox, "WORKER", copy / "__main__.py")
        monkeypatch.setattr(grader.sandbox, "_environment", lambda: dict(os.environ))

    return make


@pytest.mark.parametrize("name", HOLES)
def test_a_hole_in_the_worker_is_found(name, worker_with_a_hole, sandbox_folder, canary):
    worker_with_a_hole(*HOLES[name])
    with Sandbox(sandbox_folder, proving=True) as place:
        finding = examine_wall(BY_NAME[name], place, canary)
    assert not finding.held
    assert not any("it could not be tried" in hole for hole in finding.holes), finding.holes
    assert any("did not" not in hole for hole in finding.holes), finding.holes


@pytest.fixture
def own_home(tmp_path, sandbox_folder, monkeypatch):
    """A home with a sandbox of its own, so that its seal can be spoiled."""
    folder = tmp_path / "home" / "sandbox"
    folder.mkdir(parents=True, mode=0o700)
    for path in (compiled_path, seal_path):
        shutil.copy(path(sandbox_folder), path(folder))
    monkeypatch.setenv("TUTOR_HOME", str(folder.parent))
    return folder.parent


def leaky(monkeypatch):
    """One wall that holds, and one that does not."""
    broken = replace(BY_NAME["leaving"], name="leaky", look=lambda _place, _canary: iter(["by the window"]))
    monkeypatch.setattr(grader.doctor, "WALLS", (BY_NAME["leaving"], broken))


def test_a_wall_that_does_not_hold_is_said_and_nothing_is_run_until_it_does(own_home, monkeypatch, capsys, tmp_path):
    program = tmp_path / "program.py"
    program.write_text("print('hello')")
    assert main(["run", str(program)]) == 0
    with monkeypatch.context() as broken:
        leaky(broken)
        assert main(["doctor"]) == 1
        said = capsys.readouterr().out
        assert "NOT SAFE  leaky" in said
        assert "A program got through by: by the window" in said
        assert "PASS      leaving" in said
        assert said.splitlines()[-1].startswith("NOT SAFE: 1 of 2 walls do not hold (leaky). No program is run")
        assert main(["doctor", "--json"]) == 1
        report = json.loads(capsys.readouterr().out)
        assert (report["format"], report["safe"]) == (1, False)
        assert [wall["held"] for wall in report["walls"]] == [True, False]
    assert main(["run", str(program)]) == 2
    told = capsys.readouterr()
    assert "hello" not in told.out
    assert "not safe on this computer" in told.err
    assert "tutor doctor" in told.err
    assert main(["prepare"]) == 2
    monkeypatch.setattr(grader.doctor, "WALLS", (BY_NAME["leaving"],))
    assert main(["doctor"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("SAFE: all 1 walls hold.")
    assert main(["run", str(program)]) == 0


def test_the_doctor_proves_first_what_was_never_proved(own_home, capsys, monkeypatch):
    monkeypatch.setattr(grader.doctor, "WALLS", (BY_NAME["leaving"],))
    seal = json.loads(seal_path(own_home / "sandbox").read_text())
    seal_path(own_home / "sandbox").write_text(json.dumps(seal | {"walls": {}}))
    assert not is_prepared(own_home / "sandbox")
    assert main(["doctor", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["safe"]
    assert report["versions"]["native"] == seal["native"]
    assert report["versions"]["wasmtime"] == "50.0.1"
    assert set(report["extra"]) == {"rlimits", "no_new_privs", "landlock", "seccomp"}


def test_changed_native_code_is_made_again_by_whatever_command_comes_next(own_home, monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(grader.doctor, "WALLS", (BY_NAME["leaving"],))
    program = tmp_path / "program.py"
    program.write_text("print('hello')")
    with compiled_path(own_home / "sandbox").open("ab") as file:
        file.write(b"more")
    assert main(["run", str(program)]) == 0
    told = capsys.readouterr()
    assert told.out == "hello\n"
    assert "Making the sandbox ready" in told.err
