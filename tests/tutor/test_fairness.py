"""What `pack check` says of tests that pass what they should not, or do not pass what they should."""

import pytest

from exercises import load_exercise
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
