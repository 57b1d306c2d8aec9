"""What tests of several rooms share: the real sandbox, and ways to write an exercise."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from grader import Sandbox, is_prepared, prepare

ROOT = Path(__file__).parent.parent
TEST_HOME = Path(sys.prefix, "test-home")
"""Kept between runs, so that the sandbox is made ready once."""


@pytest.fixture(scope="session")
def sandbox_folder() -> Path:
    folder = TEST_HOME / "sandbox"
    if not is_prepared(folder):
        prepare(folder)
    return folder


@pytest.fixture(scope="session")
def sandbox(sandbox_folder):
    with Sandbox(sandbox_folder) as box:
        yield box


@pytest.fixture
def home(tmp_path, sandbox_folder, monkeypatch) -> Path:
    """A new home folder whose sandbox is ready."""
    folder = tmp_path / "home"
    folder.mkdir(mode=0o700)
    (folder / "sandbox").symlink_to(sandbox_folder)
    monkeypatch.setenv("TUTOR_HOME", str(folder))
    return folder


@pytest.fixture
def write_exercise(tmp_path):
    """Write an exercise's folder from file names and texts."""

    def write(kind: str = "write", settings: str = "", **files: str) -> Path:
        folder = tmp_path / "an-exercise"
        folder.mkdir(exist_ok=True)
        task = files.pop("task", f'+++\nkind = "{kind}"\nconcepts = ["print"]\n{settings}+++\n# A task\n\nDo it.\n')
        (folder / "exercise.md").write_text(task, encoding="utf-8")
        for name, text in files.items():
            path = folder / name.replace("__", "/")
            path = path.with_name(path.name.rsplit("_", 1)[0] + "." + path.name.rsplit("_", 1)[1])
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return folder

    return write
