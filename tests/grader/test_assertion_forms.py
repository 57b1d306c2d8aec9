"""The forms of asserts that fair teachers write about a plain answer, against answers that lie.

Each form is a test of its own. All hold for an honest program; none holds for an answer whose every special
method says what suits it, whatever it is besides: a thing of its own, a kind of number, text, list, or a class.
"""

from __future__ import annotations

import pytest
from golden import FORGERY, exercise_with, said

from exercises import Exercise
from grader import GradeReport, Submission, Verdict, grade

HONEST = """
def number(): return 42
def ratio(): return 2.75
def yes(): return True
def nothing(): return None
def text(): return "Hello Ada"
def items(): return [31, 12, 23, 7]
def pair(): return ("Ada", 36)
def table(): return {"tea": 4, "cake": 9}
def letters(): return {"a", "b", "x", "y"}
def data(): return b"\\x01\\x02"
def nested(): return {"people": [{"name": "Bo", "age": 5}]}
def refuse(): raise ValueError("too old")
def show(): print("Hello Ada")
def adder(step): return lambda value: value + step
def lines(): yield from ("one", "two", "six", "ten")
"""
NAMES = "ratio = yes = nothing = text = items = pair = table = letters = data = nested = refuse = show = adder = lines"

TOP = """import collections, json, math, operator, re, unittest
import pytest
from solution import adder, data, items, letters, lines, nested, nothing, number, pair, ratio, refuse, show
from solution import table, text, yes
case = unittest.TestCase()
"""

ANSWERS = {
    "a thing": "class Lie(Lies):\n    pass\nANSWER = Lie()",
    "a thing with a spoofed class": "class Lie(Lies):\n    __class__ = property(lambda self: int)\nANSWER = Lie()",
    "a thing called int": "Lie = type('int', (Lies,), {'__module__': 'builtins'})\nANSWER = Lie()",
    "a thing called generator": "Lie = type('generator', (Lies,), {})\nANSWER = Lie()",
    "a whole number": "class Lie(Lies, int):\n    pass\nANSWER = Lie(5)",
    "a number": "class Lie(Lies, float):\n    pass\nANSWER = Lie(1.5)",
    "a complex number": "class Lie(Lies, complex):\n    pass\nANSWER = Lie(3)",
    "a text": "class Lie(Lies, str):\n    pass\nANSWER = Lie('x')",
    "a list": "class Lie(Lies, list):\n    pass\nANSWER = Lie([1])",
    "a dictionary": "class Lie(Lies, dict):\n    pass\nANSWER = Lie(a=1)",
    "a tuple": "class Lie(Lies, tuple):\n    pass\nANSWER = Lie((1,))",
    "a set": "class Lie(Lies, set):\n    pass\nANSWER = Lie({1})",
    "a frozen set": "class Lie(Lies, frozenset):\n    pass\nANSWER = Lie({1})",
    "bytes": "class Lie(Lies, bytes):\n    pass\nANSWER = Lie(b'x')",
    "a Counter": "import collections\nclass Lie(Lies, collections.Counter):\n    pass\nANSWER = Lie()",
    "a Decimal": "import decimal\nclass Lie(Lies, decimal.Decimal):\n    pass\nANSWER = Lie(5)",
    "a date": "import datetime\nclass Lie(Lies, datetime.date):\n    pass\nANSWER = Lie(2024, 1, 1)",
    "an error": "class Lie(Lies, Exception):\n    pass\nANSWER = Lie()",
    "a class": "class Kind(Lies, type):\n    pass\nclass Lie(metaclass=Kind):\n    pass\nANSWER = Lie",
    "a mock": "from unittest.mock import ANY\nANSWER = ANY",
    "the module": "import sys, types\nclass Lie(Lies, types.ModuleType):\n    pass\nANSWER = sys.modules[__name__]\nANSWER.__class__ = Lie",
    "lists of lies": "class Lie(Lies):\n    pass\nANSWER = [Lie(), Lie(), Lie(), Lie(), Lie()]",
    "a dictionary of lies": "class Lie(Lies):\n    pass\nANSWER = {Lie(): Lie(), 'people': Lie()}",
}
PLAIN_TOO = tuple("a whole,a number,a complex,a text,a tuple,a frozen,bytes,a Decimal,lists,a dictionary of".split(","))
"""Answers that are plain data or a kind of it: they are true or false by what they are."""

GIVES_IT = f"\ndef number(*given): return ANSWER\n{NAMES} = number\n"
MAKES_IT = f"""
class number(Lies):
    def __new__(cls, *given): return object.__new__(cls)
    def __init__(self, *given): pass
{NAMES} = number
"""
"""Classes where the tests ask for functions: what they give are objects of classes that the tests know by name."""


def listed(name: str) -> list[str]:
    """Forms, one a line; ⏎ ends a line of the form itself."""
    return (FORGERY / name).read_text(encoding="utf-8").splitlines()


FORMS = listed("forms.txt")
TRUTHS = listed("truths.txt")
"""Forms that only ask for a yes or a no: a plain 1 or "" gets past them fairly."""
ALL = FORMS + TRUTHS


def programs() -> dict[str, str]:
    """Every program that lies, by what its answers are."""
    found = {}
    for nothing, names in (("0", list(ANSWERS)), ("self", ["a thing", "a number", "a text", "a class"])):
        lies = (FORGERY / "lies.py").read_text(encoding="utf-8").replace("NOTHING", nothing)
        found |= {f"{name}, {nothing}": f"{lies}\n\n{ANSWERS[name]}\n{GIVES_IT}" for name in names}
        found[f"classes, {nothing}"] = lies + MAKES_IT
    return found


def files_of(head: str) -> dict[str, str]:
    """Files with a test for each form. Small ones: pytest reads one again for each test that does not pass."""
    files = {}
    for start in range(0, len(ALL), 10):
        tests = [
            f"def test_{number}(capsys):\n{head}        " + form.replace(" ⏎ ", "\n        ")
            for number, form in enumerate(ALL[start : start + 10], start)
        ]
        files[f"test_{start}.py"] = TOP + "\n".join(tests) + "\n"
    return files


@pytest.fixture(scope="module")
def holding(tmp_path_factory) -> Exercise:
    """Every form must hold."""
    files = files_of("    if True:\n")
    return exercise_with(tmp_path_factory.mktemp("forms") / "forms", HONEST, files, "", seconds=30)


@pytest.fixture(scope="module")
def not_holding(tmp_path_factory) -> Exercise:
    """No form may hold: a test passes that raises. (Twenty times as quick as tests that do not pass.)"""
    files = files_of("    with pytest.raises(BaseException):\n")
    return exercise_with(tmp_path_factory.mktemp("forms") / "forms", HONEST, files, "", seconds=30)


def got_past(report: GradeReport) -> list[str]:
    """The forms that did not raise."""
    return [ALL[int(one.name)] for one in report.results if one.verdict is not Verdict.PASSED]


def test_an_honest_program_gets_past_every_form(holding, not_holding, sandbox):
    report = grade(sandbox, Submission(holding, HONEST))
    assert report.verdict is Verdict.PASSED, said(report)
    assert len(report.results) == len(ALL) >= 60
    assert sorted(got_past(grade(sandbox, Submission(not_holding, HONEST)))) == sorted(ALL)


@pytest.mark.parametrize("name", programs())
def test_no_form_holds_for_an_answer_that_lies(name, not_holding, sandbox):
    report = grade(sandbox, Submission(not_holding, programs()[name]))
    assert len(report.results) == len(ALL), said(report)[:2000]
    fair = TRUTHS if name.startswith(PLAIN_TOO) else []
    assert [form for form in got_past(report) if form not in fair] == []


def test_a_program_that_lies_does_not_pass(holding, sandbox):
    assert grade(sandbox, Submission(holding, programs()["a thing, 0"])).verdict is Verdict.CRASHED
