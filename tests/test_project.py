"""What holds for the project as a whole: what a wheel has in it, what no file may do, what README promises."""

import ast
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("tutor", "lessons", "exercises", "grader", "sync")
SOURCES = [path for room in ROOMS for path in (ROOT / room).rglob("*.py") if "packs" not in path.parts]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory) -> zipfile.ZipFile:
    target = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-index",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        target,
        ROOT,
    ]
    subprocess.run(command, check=True, capture_output=True)
    (made,) = target.glob("*.whl")
    return zipfile.ZipFile(made)


def test_the_wheel_has_our_rooms_the_lessons_and_the_sandbox_and_nothing_else(wheel):
    names = wheel.namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.startswith("facility_tutor-")} == set(ROOMS)
    assert "grader/guest.wasm" in names
    assert "grader/guest.sha256" in names
    assert "grader/locale/es/LC_MESSAGES/grammar.mo" in names
    assert "tutor/tutor.tcss" in names
    assert "lessons/packs/python/pack.toml" in names
    assert "lessons/packs/python/01-first-programs/01-what-a-program-is/5-say-hello/starter.py" in names


def test_the_wheel_is_never_meant_for_an_index(wheel):
    (metadata,) = [name for name in wheel.namelist() if name.endswith("METADATA")]
    text = wheel.read(metadata).decode()
    assert "Name: facility-tutor" in text
    assert "Private :: Do Not Upload" in text


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_opens_a_socket_unpickles_or_starts_a_process_where_it_must_not(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            imported |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            imported.add(node.module)
    inside = "guest" in path.parts
    forbidden = {"socket", "ssl", "http.client", "urllib.request", "pickle", "shelve", "marshal", "multiprocessing"}
    assert not imported & forbidden
    if path != ROOT / "grader" / "sandbox.py":
        assert "subprocess" not in imported
    if not inside:
        calls = {
            node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert not calls & {"eval", "exec", "compile"}


NEVER = re.compile(
    r"\b(wrong|failed|invalid|illegal|violation|killed|abort(ed)?|fatal|terminated?|easy|easily|simply|obviously|inmates?|offenders?|prisoners?|convicts?|felons?)\b",
    re.IGNORECASE,
)


SPEAKING = [path for path in SOURCES if path.name not in ("forbidden.py", "review.py") and "guest" not in path.parts]
"""Not the files that list the words, nor those that speak to Python only."""


@pytest.mark.parametrize("path", SPEAKING, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_sentence_for_people_has_a_word_that_hurts(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docs
            and re.match(r"[A-Z][a-z]* ", node.value)
        ):
            assert not NEVER.search(node.value), node.value


def commands_of(path: Path) -> list[str]:
    blocks = re.findall(r"^```sh\n(.*?)^```", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.startswith("./run")]


@pytest.mark.parametrize(
    "path",
    [ROOT / "README.md", *(ROOT / room / "README.md" for room in ROOMS)],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_every_command_in_a_readme_is_one_the_tutor_has(path, home):
    assert path.is_file()
    known = {"test", "bench"}
    for command in commands_of(path):
        words = [word for word in command.split("#")[0].split()[1:] if re.fullmatch(r"[a-z-]+", word)]
        if words and words[0] in known:
            continue
        verbs = words[:2] if words[:1] == ["pack"] else [word for word in words[:1] if not word.startswith("-")]
        done = subprocess.run([sys.executable, "-I", "-m", "tutor", *verbs, "--help"], capture_output=True, text=True)
        assert done.returncode == 0, (command, done.stderr)


def test_every_dependency_has_a_line_in_readme_that_says_why():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    locked = re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements" / "tutor.lock").read_text(), re.MULTILINE)
    missing = [name for name in locked if f"`{name}`" not in text]
    assert not missing
