"""What `pack check` says of tests that pass what they should not, or do not pass what they should."""

import pytest

from exercises import load_exercise
from grader import Submission, Verdict, grade
from tutor.cli import main
from tutor.fairness import record
from tutor.packs import check_exercise

ADD = "def add(a, b):\n    return a + b\n"


@pytest.fixture
def said(sandbox, write_exercise):
    def said(test, solution=ADD, settings=""):
        folder = write_exercise(
            solution_py=solution, test_it_py=test, settings=settings, mistakes__one_py="# diagnosis: test\nx = 1\n"
        )
        return " ".join(check_exercise(load_exercise(folder), sandbox))

    return said


def test_fair_tests_are_left_alone(said):
    assert "passes" not in said(
        "from solution import add\n\ndef test_add():\n    assert add(1, 2) == 3\n    assert add(0, 0) == 0\n"
    ).replace("mistakes/one.py", "")


@pytest.mark.parametrize(
    ("test", "words"),
    [
        ("from solution import add\n\ndef test_add():\n    assert add(1, 2) != 4\n", "give back nothing"),
        ("import solution\n\ndef test_add():\n    assert solution.add(1, 2)\n", "give back True"),
        ("import solution as s\n\ndef test_add():\n    assert s.add(0, 0) == s.add(0, -0)\n", "give back 0"),
        ("from solution import add\n\ndef test_add():\n    assert add(1, 2) is not None\n", "equals everything"),
    ],
)
def test_tests_that_pass_programs_without_a_solution_are_named(said, test, words):
    assert words in said(test)


def test_the_setting_that_is_missing_is_named(said):
    push = "def push(items):\n    items.append(1)\n"
    test = "from solution import push\n\ndef test_push():\n    items = []\n    push(items)\n    assert items == [1]\n"
    assert "mutates = true" in said(test, push)
    assert "mutates = true" not in said(test, push, "mutates = true\n")
    subclass = (
        "from solution import Animal\n\nclass Cat(Animal):\n    pass\n\ndef test_cat():\n    assert Cat().legs() == 4\n"
    )
    animal = "class Animal:\n    def legs(self):\n        return 4\n"
    assert "together = true" in said(subclass, animal)
    assert "practice only" in said(subclass, animal)
    assert "together" not in said(subclass, animal, "together = true\n")


def test_together_without_a_reason_is_named(said):
    test = "from solution import add\n\ndef test_add():\n    assert add(1, 2) == 3\n    assert add(2, 2) == 4\n"
    assert "Take it out" in said(test, settings="together = true\n")


def test_only_the_tests_that_were_recorded_count(sandbox, write_exercise, said):
    test = "import pytest\nimport solution\n\n@pytest.mark.parametrize('n', solution.NUMBERS)\ndef test_double(n):\n    assert solution.double(n) == n * 2\n"
    solution = "NUMBERS = [1, 2]\n\ndef double(n):\n    return n * 2\n"
    assert "test_ids.txt is missing" in said(test, solution)
    folder = write_exercise(solution_py=solution, test_it_py=test)
    forged = "NUMBERS = [0]\n\ndef double(n):\n    return 0\n"
    assert grade(sandbox, Submission(load_exercise(folder), forged)).verdict is Verdict.PASSED
    assert record(load_exercise(folder), folder, sandbox)
    assert (folder / "test_ids.txt").read_text() == "test_it.py::test_double[1]\ntest_it.py::test_double[2]\n"
    exercise = load_exercise(folder)
    assert grade(sandbox, Submission(exercise, solution)).verdict is Verdict.PASSED
    assert grade(sandbox, Submission(exercise, forged)).verdict is Verdict.NOT_YET
    assert "test_ids.txt" not in " ".join(check_exercise(exercise, sandbox))
    (folder / "test_it.py").write_text(test + "\n\ndef test_more():\n    assert solution.double(5) == 10\n")
    assert "does not fit" in " ".join(check_exercise(load_exercise(folder), sandbox))


def test_pack_record_writes_them_down_and_says_what_it_can_not(tmp_path, home, capsys):
    assert main(["pack", "record", str(tmp_path / "nothing")]) == 2
    assert "0." in capsys.readouterr().out
