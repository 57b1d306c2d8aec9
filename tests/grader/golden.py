"""Exercises for the tests of grading with two guests: the golden files in `idioms/` and `forgery/`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from exercises import Exercise, load_exercise

IDIOMS = Path(__file__).with_name("idioms")
FORGERY = Path(__file__).with_name("forgery")

_HEAD = re.compile(r"# (?P<title>.+)\n\nworks: (?P<works>apart|apart only|together|flag (?P<flag>mutates|files))\n")
_FILE = re.compile(r"^```(?:python|text) (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Idiom:
    """A way teachers write tests: a solution, its tests, and programs that are not there yet."""

    name: str
    title: str
    works: str
    """`apart` (also in one guest), `apart only`, `together`, or `flag` with a setting of `exercise.md`."""
    setting: str
    """The setting of `exercise.md` it needs; "" if none."""
    solution: str
    not_yet: dict[str, str]
    beside: dict[str, str]
    """The tests and what lies beside them."""


def read_idiom(path: Path) -> Idiom:
    """An idiom from its golden file, which must say in its head how it works."""
    text = path.read_text(encoding="utf-8")
    head = _HEAD.match(text)
    assert head, f"{path.name} must begin with a title and how it works"
    files = dict(_FILE.findall(text))
    not_yet = {name: files.pop(name) for name in list(files) if name.startswith("not_yet")}
    works = head["works"].split()[0] if head["flag"] else head["works"]
    setting = "together" if works == "together" else head["flag"] or ""
    return Idiom(path.stem, head["title"], works, setting, files.pop("solution.py"), not_yet, files)


def read_idioms() -> list[Idiom]:
    """All of them, by name."""
    return [read_idiom(path) for path in sorted(IDIOMS.glob("*.md"))]


def exercise_with(folder: Path, solution: str, beside: dict[str, str], *settings: str) -> Exercise:
    """An exercise with tests, written to a folder and read from there. Settings are lines of its `exercise.md`."""
    folder.mkdir(exist_ok=True)
    top = "\n".join(['kind = "write"', 'concepts = ["tests"]', *settings])
    (folder / "exercise.md").write_text(f"+++\n{top}\n+++\n# A task\n\nDo it.\n", encoding="utf-8")
    for name, text in {"solution.py": solution, **beside}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return load_exercise(folder)
