"""Whether the tests of an exercise can be passed without solving it, and whether they run as they should."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from exercises import TEST_IDS, Exercise, PytestCheck
from grader import Sandbox, Submission, Verdict, grade, tests_met

ALWAYS = """
class Always:
    def __init__(self, *args, **named): pass
    def __call__(self, *args, **named): return self
    def __getattr__(self, name): return self
    def __eq__(self, other): return True
    def __lt__(self, other): return True
    __hash__ = lambda self: 0
    __ne__ = __le__ = __gt__ = __ge__ = __contains__ = __lt__
    __bool__ = lambda self: True
    __len__ = lambda self: 1
    __iter__ = lambda self: iter([self])
    __add__ = __radd__ = __sub__ = __mul__ = __getitem__ = lambda self, other: self
"""

CANARIES = {
    "nothing": "None",
    "True": "True",
    "0": "0",
    "empty text": "''",
    "an object that says it equals everything": "Always()",
}
"""Programs that solve nothing: what each of their functions gives back, in words and as Python."""


def check_tests(exercise: Exercise, check: PytestCheck, sandbox: Sandbox) -> Iterator[str]:
    """What is to mend in the tests of an exercise: sentences for its author. Raises `SandboxError`."""
    ids = tests_met(sandbox, exercise, check)
    if not ids:
        yield from _which_setting(exercise, check, sandbox)
        return
    if ids != check.ids:
        what = "does not fit the tests any more" if check.ids else "is missing"
        yield f"{TEST_IDS} {what}. It says which tests count. Write it with: tutor pack record PACK_FOLDER"
    if check.together and _passes(exercise, replace(check, together=False), exercise.solution, sandbox):
        yield "exercise.md says together = true, but the tests pass without it. Take it out, so that a pass counts."
    for words, value in CANARIES.items():
        if _passes(exercise, check, canary(check, value), sandbox):
            yield (
                f"A program whose functions always give back {words} passes the tests. "
                "Add a test that compares with one plain value."
            )


def _which_setting(exercise: Exercise, check: PytestCheck, sandbox: Sandbox) -> Iterator[str]:
    """The setting with which the solution would pass, if there is one."""
    for setting, changed in (
        ("mutates", replace(check, mutates=True)),
        ("files", replace(check, shares_files=True)),
        ("together", replace(check, together=True)),
    ):
        if _passes(exercise, changed, exercise.solution, sandbox):
            yield f"solution.py passes the tests with the setting {setting} = true. Add it to exercise.md."
            if setting == "together":
                yield "With together = true this exercise is for practice only. A simpler test may do without."
            return


def _passes(exercise: Exercise, check: PytestCheck, code: str, sandbox: Sandbox) -> bool:
    changed = replace(exercise, checks=(replace(check, ids=()),))
    return grade(sandbox, Submission(changed, code)).verdict is Verdict.PASSED


def record(exercise: Exercise, folder: Path, sandbox: Sandbox) -> bool:
    """Write down which tests the solution meets; False if it meets none or not all. Raises `SandboxError`, OSError."""
    for check in exercise.checks:
        if isinstance(check, PytestCheck):
            ids = tests_met(sandbox, exercise, check)
            if not ids:
                return False
            (folder / TEST_IDS).write_text("\n".join([*ids, ""]), encoding="utf-8", newline="\n")
    return True


def canary(check: PytestCheck, value: str) -> str:
    """A program that has every name the tests ask for, each a function that gives back the same."""
    functions = [f"def {name}(*args, **named): return {value}\n" for name in sorted(_asked_for(check))]
    return ALWAYS + "\n" + "".join(functions)


def _asked_for(check: PytestCheck) -> set[str]:
    names: set[str] = set()
    for test in check.tests:
        try:
            tree = ast.parse(check.files[test])
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
        modules = {check.module}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module == check.module:
                names |= {alias.name for alias in node.names if alias.name != "*"}
            elif isinstance(node, ast.Import):
                modules |= {alias.asname for alias in node.names if alias.name == check.module and alias.asname}
            elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules:
                names.add(node.attr)
    return names
