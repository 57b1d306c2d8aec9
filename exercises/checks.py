"""The checks that judge an answer, and how `checks.toml` says them."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .source import Problems, Table

PARTS = frozenset(
    "comment print input text number for while if else elif def return import class try with assignment "
    "single-quotes double-quotes triple-quotes backslash comma list dictionary tuple f-string".split()
)
"""Parts of the language that `uses` and `avoids` know by name."""

_PART_PATTERNS = (
    re.compile(r"operator:(\+|-|\*|/|//|%|\*\*)"),
    re.compile(r"call:[A-Za-z_][A-Za-z_0-9.]*"),
    re.compile(r"count:[a-z][a-z:A-Z_.-]*(>=|<=|==)\d{1,3}"),
)


@dataclass(frozen=True, slots=True)
class OutputCheck:
    """The program is run with `inputs` typed; it must print `output` (prompts of `input()` do not count)."""

    name: str
    inputs: tuple[str, ...]
    output: str
    exact: bool = False
    """Whether blanks at line ends and empty lines at the end count."""
    message: str = ""
    """The author's sentence for when it is not met yet; may be empty."""


@dataclass(frozen=True, slots=True)
class ContainsCheck:
    """The program is run and must reach its end; the rest of its output is the learner's own choice."""

    name: str
    inputs: tuple[str, ...]
    contains: tuple[str, ...]
    """Texts that must be somewhere in the output."""
    lines: int
    """How many lines that are not empty must be printed, at least."""
    message: str = ""


@dataclass(frozen=True, slots=True)
class CallCheck:
    """The program is run, then `call` is worked out; it must give `returns` or raise `raises`."""

    name: str
    call: str
    returns: str | None
    """A Python literal, or None if `raises` is given. It never enters the sandbox."""
    raises: str | None
    """The name of an exception class."""
    inputs: tuple[str, ...] = ()
    message: str = ""


@dataclass(frozen=True, slots=True)
class SyntaxCheck:
    """Parts of the language that must (`uses`) or must not (`avoids`) be in the program."""

    name: str
    uses: tuple[str, ...]
    avoids: tuple[str, ...]
    message: str = ""


@dataclass(frozen=True, slots=True)
class PytestCheck:
    """pytest or unittest files, run beside the program."""

    name: str
    tests: tuple[str, ...]
    """File names, `test_*.py`."""
    files: Mapping[str, str]
    """Every file that lies beside the program: tests, their own modules, text data. Name to text."""
    module: str = "solution"
    """What the tests import the program as."""
    ids: tuple[str, ...] = ()
    """The tests that the solution met when the exercise was recorded, in order; empty if that was not done."""
    together: bool = False
    """Whether tests and program share one Python: a skilled person can forge a pass then, so it is for practice only."""
    mutates: bool = False
    """Whether the tests look at lists, dictionaries or sets that the program changes in place."""
    shares_files: bool = False
    """Whether the tests and the program read and write the same files."""
    message: str = ""


Check = OutputCheck | ContainsCheck | CallCheck | SyntaxCheck | PytestCheck


def read_checks(path: Path, problems: Problems) -> tuple[Check, ...]:
    """The checks of a `checks.toml`; notes every problem."""
    table = Table.of_file(path, problems)
    if table is None:
        return ()
    checks = [check for part in table.tables("check") if (check := _read_check(part)) is not None]
    table.finish()
    if not checks and not problems:
        problems.note(path, "There is no check in this file. Add a [[check]] table.")
    names = [check.name for check in checks]
    for name in sorted({name for name in names if names.count(name) > 1}):
        problems.note(path, f"Two checks are called `{name}`. Give each a name of its own.")
    return tuple(checks)


def _read_check(table: Table) -> Check | None:
    name = table.text("name", longest=60)
    message = table.text("message", required=False, longest=300)
    check: Check | None
    if table.has("output"):
        output = table.text("output", required=False, longest=20_000)
        check = OutputCheck(name, table.texts("input"), output, table.flag("exact"), message)
    elif table.has("contains") or table.has("lines"):
        lines = table.number("lines", required=False)
        check = ContainsCheck(name, table.texts("input"), table.texts("contains"), lines, message)
    elif table.has("call"):
        check = _read_call(table, name, message)
    elif table.has("uses") or table.has("avoids"):
        check = SyntaxCheck(name, _parts(table, "uses"), _parts(table, "avoids"), message)
    else:
        table.note(
            "name", f"The check `{name}` says nothing to look at. Add output, contains, lines, call, uses or avoids."
        )
        check = None
    if check is not None:
        table.finish()
    return check


def _read_call(table: Table, name: str, message: str) -> CallCheck | None:
    call = table.text("call", longest=2000)
    returns = table.text("returns", longest=20_000) if table.has("returns") else None
    raises = table.text("raises", longest=60) if table.has("raises") else None
    if (returns is None) == (raises is None):
        table.note("call", "A call needs one of `returns` and `raises`, and only one.")
        return None
    try:
        ast.parse(call, mode="eval")
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        table.note("call", f"`{call}` can't be read as one Python call.")
    if returns is not None and not _is_literal(returns):
        table.note("returns", f"`{returns}` is not a plain Python value. Text needs quotes inside: '\"Ada\"'.")
    if raises is not None and not raises.isidentifier():
        table.note("raises", f"`{raises}` is not the name of an error, like ValueError.")
    return CallCheck(name, call, returns, raises, table.texts("input"), message)


def _is_literal(text: str) -> bool:
    try:
        ast.literal_eval(text)
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return False
    return True


def _parts(table: Table, key: str) -> tuple[str, ...]:
    parts = table.texts(key)
    for part in parts:
        if part not in PARTS and not any(pattern.fullmatch(part) for pattern in _PART_PATTERNS):
            table.note(key, f"`{part}` is not a part of the language that checks know.")
    return parts
