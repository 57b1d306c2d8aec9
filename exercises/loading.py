"""Read an exercise from its folder."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from .checks import Check, PytestCheck, read_checks
from .exercise import BLANK, Choice, Exercise, Kind, Limits, Mistake
from .problem import ExerciseError
from .source import Problems, Table, read_text

MAX_FILES = 40
"""Files in one exercise's folder."""

MAX_FILE_BYTES = 1024 * 1024
"""Bytes of all files that an exercise brings for its program."""

MAX_SEED = 999_999_999

_FILE_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*){0,3}")
FLAGS = ("together", "mutates", "files")
"""Settings of `exercise.md` that say how `test_*.py` is run; see `PytestCheck`."""

_DIAGNOSIS = re.compile(r"# diagnosis: ([a-z-]+)")
TEST_IDS = "test_ids.txt"
"""Written by `tutor pack record`: the tests that the solution met, one a line. A pass needs exactly these."""

_OWN_FILES = {"exercise.md", "starter.py", "solution.py", "checks.toml", "program.py", TEST_IDS}
_TOP_MARK = "+++"


def load_exercise(folder: Path, identity: str | None = None) -> Exercise:
    """The exercise in a folder; its id is the folder's name unless given. Raises `ExerciseError` with every problem."""
    problems = Problems()
    exercise = read_exercise(folder, identity or folder.name, problems)
    if problems or exercise is None:
        raise ExerciseError(tuple(problems))
    return exercise


def read_exercise(folder: Path, identity: str, problems: Problems) -> Exercise | None:
    """Like `load_exercise`, but problems go to a list, so that a whole pack can be read at once."""
    if not (folder / "exercise.md").is_file():
        problems.note(folder, "There is no exercise.md in this folder.")
        return None
    before = len(problems)
    task = _read_task(folder / "exercise.md", identity, problems)
    if task is None:
        return None
    exercise, flags = task
    exercise = replace(exercise, files=_data_files(folder / "files", problems))
    if exercise.kind is Kind.PREDICT:
        program = _needed(folder / "program.py", problems)
        _no_strangers(folder, {"exercise.md", "program.py", "files"}, problems)
        return replace(exercise, program=program)
    exercise = replace(
        exercise,
        solution=_needed(folder / "solution.py", problems),
        starter=_starter(folder / "starter.py", exercise.kind, problems),
        checks=_checks(folder, flags, problems),
        mistakes=_mistakes(folder / "mistakes", problems),
    )
    return exercise if len(problems) == before else None


def _read_task(path: Path, identity: str, problems: Problems) -> tuple[Exercise, frozenset[str]] | None:
    """The exercise without its programs and checks, and which of `FLAGS` are set."""
    text = read_text(path, problems)
    if text is None:
        return None
    parts = text.split(_TOP_MARK, 2)
    if len(parts) < 3 or parts[0].strip():
        problems.note(path, f'The file must begin with settings between two lines of "{_TOP_MARK}".', 1)
        return None
    table = Table.of_text(path, parts[1].removeprefix("\n"), problems, 2)
    if table is None:
        return None
    kind = table.text("kind")
    if kind not in list(Kind):
        table.note("kind", f"`{kind}` is not a kind of exercise. Use one of: {', '.join(Kind)}.")
        return None
    concepts = table.texts("concepts", required=True)
    choices = tuple(_choice(part) for part in table.tables("other")) if kind == Kind.PREDICT else ()
    limits, clock, seed = _limits(table), _clock(table), _seed(table)
    flags = frozenset(name for name in FLAGS if table.flag(name))
    table.finish()
    first_line = text.count("\n", 0, len(parts[0]) + len(parts[1]) + 2 * len(_TOP_MARK)) + 1
    title, instructions, hints = _split_body(path, parts[2], first_line, problems)
    exercise = Exercise(
        identity,
        Kind(kind),
        title,
        instructions,
        hints=hints,
        concepts=concepts,
        choices=choices,
        limits=limits,
        clock=clock,
        seed=seed,
    )
    return exercise, flags


def _limits(table: Table) -> Limits:
    seconds = table.number("seconds", required=False)
    if not 0 <= seconds <= 30:
        table.note("seconds", "`seconds` must be a number from 1 to 30.")
    return Limits(cpu=float(seconds), wall=5.0 * seconds) if 0 < seconds <= 30 else Limits()


def _clock(table: Table) -> float | None:
    """The time of day that the settings give; it is UTC, as it is for a program in the sandbox."""
    said = table.text("clock", required=False, longest=40)
    if not table.has("clock"):
        return None
    try:
        moment = datetime.strptime(said, "%Y-%m-%d %H:%M").replace(tzinfo=UTC)
    except ValueError:
        table.note("clock", '`clock` must be a day and a time, like "2024-03-05 09:30".')
        return None
    if not 1970 <= moment.year <= 2100:
        table.note("clock", "`clock` must be in a year from 1970 to 2100.")
    return moment.timestamp()


def _seed(table: Table) -> int | None:
    seed = table.number("seed", required=False)
    if not 0 <= seed <= MAX_SEED:
        table.note("seed", f"`seed` must be a whole number from 0 to {MAX_SEED}.")
    return seed if table.has("seed") else None


def _choice(table: Table) -> Choice:
    choice = Choice(table.text("answer", longest=400), table.text("because", longest=400))
    table.finish()
    return choice


def _split_body(path: Path, body: str, start: int, problems: Problems) -> tuple[str, str, tuple[str, ...]]:
    pieces = re.split(r"^## (.*)$", body, flags=re.MULTILINE)
    found = re.fullmatch(r"\s*# (.+)\n([\s\S]*)", pieces[0])
    if not found:
        problems.note(path, 'After the settings there must be a line "# Title" and then the task.', start)
        return "", "", ()
    hints, line = [], start + pieces[0].count("\n")
    for heading, text in zip(pieces[1::2], pieces[2::2], strict=True):
        if heading.strip() != "Hint":
            problems.note(path, f'The heading "## {heading}" is not used here. Hints begin with "## Hint".', line)
        elif not text.strip():
            problems.note(path, "This hint has no text.", line)
        else:
            hints.append(text.strip())
        line += text.count("\n")
    if not found[2].strip():
        problems.note(path, "The task has no text. Say what to do under the title.", start)
    return found[1].strip(), found[2].strip(), tuple(hints)


def _needed(path: Path, problems: Problems) -> str:
    if not path.is_file():
        problems.note(path, f"{path.name} is missing.")
        return ""
    return read_text(path, problems) or ""


def _starter(path: Path, kind: Kind, problems: Problems) -> str:
    if kind is Kind.WRITE and not path.exists():
        return ""
    text = _needed(path, problems)
    if kind is Kind.FILL and text and BLANK not in text:
        problems.note(path, f"The program has no blank. Put {BLANK} where the learner writes.")
    return text


def _checks(folder: Path, flags: frozenset[str], problems: Problems) -> tuple[Check, ...]:
    tests = tuple(sorted(path.name for path in folder.glob("test_*.py")))
    checks = read_checks(folder / "checks.toml", problems) if (folder / "checks.toml").exists() else ()
    if tests:
        files = _files_beside(folder, problems)
        checks += (
            PytestCheck(
                "tests",
                tests,
                files,
                ids=_recorded(folder / TEST_IDS, problems),
                together="together" in flags,
                mutates="mutates" in flags,
                shares_files="files" in flags,
            ),
        )
    elif not checks:
        problems.note(folder, "There is nothing to check the answer with. Add checks.toml or test_*.py.")
    else:
        _no_strangers(folder, _OWN_FILES | {"mistakes", "files"}, problems)
    if flags and not tests:
        problems.note(folder / "exercise.md", f"`{min(flags)}` is for exercises with test_*.py. Take it out.", 1)
    return checks


def _recorded(path: Path, problems: Problems) -> tuple[str, ...]:
    text = read_text(path, problems) if path.exists() else None
    return tuple(line for line in (text or "").splitlines() if line.strip())


def _data_files(folder: Path, problems: Problems) -> dict[str, str]:
    """The files that the program may read, by their paths inside the exercise's `files`."""
    if not folder.exists():
        return {}
    if not folder.is_dir() or folder.is_symlink():
        problems.note(folder, "This must be a folder, with the files in it that the program may read.")
        return {}
    files = _texts(folder, folder.rglob("*"), problems)
    if not files:
        problems.note(folder, "There is nothing in this folder. Put a file in it, or take it away.")
    if sum(len(text.encode()) for text in files.values()) > MAX_FILE_BYTES:
        problems.note(folder, f"These files are more than {MAX_FILE_BYTES // 1024} KiB together. Make them shorter.")
    return files


def _files_beside(folder: Path, problems: Problems) -> dict[str, str]:
    """Every text file that is not the exercise's own, by its path inside the folder."""
    own = [folder / "mistakes", folder / "files", *(folder / name for name in _OWN_FILES)]
    found = (path for path in folder.rglob("*") if not any(path.is_relative_to(place) for place in own))
    return _texts(folder, found, problems)


def _texts(folder: Path, paths: Iterable[Path], problems: Problems) -> dict[str, str]:
    """The texts of files, by their paths inside a folder."""
    files: dict[str, str] = {}
    for path in sorted(paths):
        name = path.relative_to(folder).as_posix()
        if (path.is_dir() and not path.is_symlink()) or "__pycache__" in name:
            continue
        if not _FILE_NAME.fullmatch(name):
            problems.note(path, "File names may have letters, digits, dots, dashes and _.")
        elif len(files) >= MAX_FILES:
            problems.note(path, f"There are more than {MAX_FILES} files in this exercise.")
            break
        elif (text := read_text(path, problems)) is not None:
            files[name] = text
    return files


def _mistakes(folder: Path, problems: Problems) -> tuple[Mistake, ...]:
    mistakes = []
    for path in sorted(folder.glob("*")) if folder.is_dir() else []:
        if path.name == "__pycache__":
            continue
        text = read_text(path, problems) if path.suffix == ".py" else None
        if text is None:
            problems.note(path, "Only programs (.py) belong in mistakes.")
            continue
        first, _, code = text.partition("\n")
        found = _DIAGNOSIS.fullmatch(first.strip())
        if not found:
            problems.note(path, "The first line must say what it is an example of: # diagnosis: NAME", 1)
            continue
        mistakes.append(Mistake(path.stem, code, found[1]))
    return tuple(mistakes)


def _no_strangers(folder: Path, known: set[str], problems: Problems) -> None:
    for path in sorted(folder.iterdir()):
        if path.name not in known and path.name != "__pycache__" and not path.name.endswith(".es.md"):
            problems.note(path, "This file is not used by the exercise. Take it out, or look at its name.")
