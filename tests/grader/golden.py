"""Exercises for the tests of grading with two guests: the golden files in `idioms/` and `forgery/`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from exercises import Exercise, load_exercise
from grader import GradeReport, Verdict

IDIOMS = Path(__file__).with_name("idioms")
FORGERY = Path(__file__).with_name("forgery")

HONEST = "def forge(*arguments):\n    return 0\n\n\n"
"""What a stub calls if a program has no `forge` of its own: it acts when it is imported."""

_HEAD = re.compile(r"# .+\n\n(works: (apart|apart only|together|flag (mutates|files))|setting: (none|mutates|files))\n")
_FILE = re.compile(r"^```(?:python|text) (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_AGAINST = re.compile(r"^# against: ([a-z, -]+)$", re.MULTILINE)


@dataclass(frozen=True)
class Golden:
    """An exercise with its tests, in one file: a title, how it works, and named blocks of code."""

    name: str
    works: str
    """`apart` (also in one guest), `apart only`, `together`, or `flag` with a setting of `exercise.md`."""
    setting: str
    """The setting of `exercise.md` it needs; "" if none."""
    solution: str
    others: dict[str, str]
    """Programs that are not there yet (`not_yet*.py`), or `stub.py`, to which a forger adds an answer."""
    beside: dict[str, str]
    """The tests and what lies beside them."""


def read_golden(path: Path) -> Golden:
    """An exercise from its golden file."""
    text = path.read_text(encoding="utf-8")
    head = _HEAD.match(text)
    assert head, f"{path.name} must begin with a title and how it works"
    files = dict(_FILE.findall(text))
    others = {name: files.pop(name) for name in list(files) if name.startswith(("not_yet", "stub"))}
    setting = "together" if head[2] == "together" else head[3] or head[4] or ""
    works = "flag" if head[3] else head[2] or ""
    return Golden(path.stem, works, setting.replace("none", ""), files.pop("solution.py"), others, files)


def read_idioms() -> list[Golden]:
    """The ways teachers write tests, by name."""
    return [read_golden(path) for path in sorted(IDIOMS.glob("*.md"))]


@dataclass(frozen=True)
class Forger:
    """A program that tries to pass without solving anything."""

    name: str
    code: str
    against: frozenset[str]
    """Names of the exercises it is tried against; empty: all of them."""

    def with_stub(self, stub: str) -> str:
        """The program as it is handed in: the stub stands at its end, or where it says `# stub`."""
        before, _, after = self.code.partition("\n# stub\n")
        return f"{HONEST}{before}\n\n{stub}\n\n{after}"


def read_forgers() -> list[Forger]:
    """All of them, by name."""
    found = []
    for path in sorted(FORGERY.glob("programs/*.py")):
        code = path.read_text(encoding="utf-8")
        against = _AGAINST.search(code)
        found.append(Forger(path.stem, code, frozenset(against[1].split(", ")) if against else frozenset()))
    return found


def exercise_with(folder: Path, solution: str, beside: dict[str, str], setting: str, seconds: int = 0) -> Exercise:
    """An exercise with tests, written to a folder and read from there; `seconds` as in `exercise.md`, 0 for none."""
    folder.mkdir()
    top = ['kind = "write"', 'concepts = ["tests"]']
    top += [f"{setting} = true"] if setting else []
    top += [f"seconds = {seconds}"] if seconds else []
    (folder / "exercise.md").write_text("\n".join(["+++", *top, "+++", "# A task", "", "Do it.", ""]), encoding="utf-8")
    for name, text in {"solution.py": solution, **beside}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return load_exercise(folder)


def said(report: GradeReport) -> str:
    """What a report says, for the message of an assert."""
    return "\n".join(f"{one.name}: {one.verdict.word} {one.message} {one.actual}" for one in report.results)


def marks(report: GradeReport) -> dict[str, bool]:
    """Which tests passed."""
    return {result.name: result.verdict is Verdict.PASSED for result in report.results}
