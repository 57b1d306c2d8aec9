"""Exercises with `test_*.py`: real pytest inside the sandbox."""

import pytest

from exercises import load_exercise
from grader import Submission, Verdict, grade

MANY = '''
import unittest
import pytest
from helper import PAIRS
from solution import add


@pytest.mark.parametrize(("a", "b", "total"), PAIRS)
def test_adds(a, b, total):
    """adds two numbers"""
    assert add(a, b) == total


def test_raises():
    with pytest.raises(TypeError):
        add(1, "a")


def test_approx():
    assert add(0.1, 0.2) == pytest.approx(0.3)


@pytest.fixture
def three():
    yield 3


def test_fixture(three):
    assert add(three, 1) == 4


def test_capsys(capsys):
    print("seen")
    assert capsys.readouterr().out == "seen\\n"


def test_monkeypatch(monkeypatch):
    monkeypatch.setattr("builtins.input", lambda prompt="": "typed")
    assert input() == "typed"


def test_subtests(subtests):
    for number in range(3):
        with subtests.test(number=number):
            assert add(number, 0) == number


def test_data():
    with open("numbers.txt") as file:
        assert add(*map(int, file)) == 5


class TestOld(unittest.TestCase):
    def setUp(self):
        self.two = 2

    def test_old(self):
        self.assertEqual(add(self.two, 2), 4)

    def test_subtest(self):
        for number in range(3):
            with self.subTest(number=number):
                self.assertEqual(add(number, 1), number + 1)
'''
SECOND = "from solution import add\n\ndef test_zero():\n    assert add(0, 0) == 0\n"
GOOD = "def add(a, b):\n    return a + b\n"
FILES = {
    "test_many_py": MANY,
    "test_second_py": SECOND,
    "helper_py": "PAIRS = [(1, 2, 3), (2, 2, 4)]\n",
    "numbers_txt": "2\n3\n",
}


@pytest.fixture
def graded(sandbox, write_exercise):
    def graded(code, settings="", **files):
        folder = write_exercise(solution_py=GOOD, settings=settings, **(files or FILES))
        return grade(sandbox, Submission(load_exercise(folder), code))

    return graded


def test_all_the_ways_of_pytest_and_unittest(graded):
    report = graded(GOOD)
    assert report.verdict is Verdict.PASSED, report
    names = [result.name for result in report.results]
    assert len(names) == 12
    assert "adds two numbers (1-2-3)" in names
    assert "zero" in names


def test_a_test_that_does_not_hold_says_expected_and_actual(graded):
    report = graded("def add(a, b):\n    return a - b if a else b\n")
    result = next(result for result in report.results if result.name == "adds two numbers (1-2-3)")
    assert (result.verdict, result.expected, result.actual) == (Verdict.NOT_YET, "3", "-1")


@pytest.mark.parametrize(
    "test",
    [
        "def test_sub(subtests):\n    for n in range(3):\n        with subtests.test(n=n):\n            assert n != 1\n",
        "import unittest\nclass TestU(unittest.TestCase):\n    def test_sub(self):\n        for n in range(3):\n            with self.subTest(n=n):\n                self.assertNotEqual(n, 1)\n",
        "import pytest\n@pytest.mark.skip\ndef test_skipped():\n    pass\n",
        "import pytest\ndef test_skips():\n    pytest.skip('no')\n",
        "import pytest\n@pytest.mark.xfail\ndef test_x():\n    assert False\n",
        "import pytest\n@pytest.fixture\ndef broken():\n    yield\n    assert False\ndef test_teardown(broken):\n    pass\n",
        "def nothing(): pass\n",
        "import nothing_of_that_name\ndef test_a(): pass\n",
        "def test_a(:\n",
        "from solution import *\nimport solution\nraise SystemExit(0)\ndef test_a(): pass\n",
    ],
)
def test_what_is_not_a_whole_pass_is_no_pass(graded, test):
    assert graded(GOOD, test_one_py=test).verdict is not Verdict.PASSED


@pytest.mark.parametrize(
    "code",
    [
        "",
        "import sys\nsys.exit(0)",
        "import os\nos._exit(0)",
        "raise SystemExit",
        "raise KeyboardInterrupt",
        "def add(a, b",
        "import pytest\npytest.exit('done', 0)",
        "import pytest\npytest.skip('no', allow_module_level=True)",
        "while True: pass",
        "def add(a, b):\n    import sys\n    sys.exit(0)",
        "def add(a, b):\n    import os\n    os._exit(0)",
        "def add(a, b):\n    raise KeyboardInterrupt",
        "def add(a, b):\n    import pytest\n    pytest.skip('no')",
        "def add(a, b):\n    import pytest\n    pytest.xfail('no')",
        "def add(a, b):\n    import pytest\n    pytest.exit('no', 0)",
    ],
)
def test_a_program_that_stops_the_tests_does_not_pass(graded, sandbox, code):
    report = graded(code)
    assert report.verdict is not Verdict.PASSED
    assert report.results[-1].message or report.results[0].message
    assert graded(GOOD).verdict is Verdict.PASSED


def test_a_name_that_is_missing_is_said(graded):
    report = graded("def plus(a, b):\n    return a + b\n")
    assert "add" in report.results[0].message


def test_a_mistake_in_the_program_is_explained_with_its_line(graded):
    report = graded("def add(a, b):\n    return a + b\n\nprint(add(1, 2)\n")
    assert (report.verdict, report.explanation.slug, report.explanation.line) == (Verdict.CRASHED, "open-bracket", 4)


def test_a_test_that_goes_missing_is_noticed(graded):
    first = "from solution import add\n\ndef test_one():\n    assert add(1, 1) == 2\n"
    second = "from solution import add\n\ndef test_two():\n    assert add(2, 2) == 4\n\ndef test_three():\n    assert add(1, 2) == 3\n"
    files = {"test_a_py": first, "test_b_py": second}
    assert graded(GOOD, **files).verdict is Verdict.PASSED
    hides = "import _pytest.python as p\nold = p.Module.collect\np.Module.collect = lambda self: list(old(self))[:1]\n"
    lies = "def add(a, b):\n    return a * 2\n"
    assert graded(hides + lies, **files).verdict is Verdict.NOT_YET
    report = graded(hides + lies, "together = true\n", **files)
    assert (report.verdict, report.practice) == (Verdict.NOT_YET, True)
    assert report.explanation.slug == "tests-incomplete"
