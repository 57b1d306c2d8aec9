"""The figures that say how well mistakes are explained do not fall (`./run bench` prints them)."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks" / "explain"))

import pytest
from figures import LEAST_OF_NINETY, LEAST_SHARE
from mistakes import name, named_in_solutions, ninety, wider

from grader import SPANISH, explain, run


def test_of_the_ninety_mistakes_at_least_85_are_named_rightly(sandbox):
    asked = ninety()
    assert [mistake.number for mistake in asked] == list(range(1, 91))
    named = [name(sandbox, mistake) for mistake in asked]
    others = [(one.mistake.number, one.mistake.slug, one.slug) for one in named if not one.rightly]
    assert len(named) - len(others) >= LEAST_OF_NINETY, others


def test_no_mistake_is_named_in_a_shipped_solution(sandbox):
    assert list(named_in_solutions(sandbox)) == []


def test_of_the_wider_set_at_least_four_of_five_have_an_explanation_of_their_own(sandbox):
    asked = wider()
    assert len(asked) >= 200
    assert len({mistake.code for mistake in asked}) == len(asked)
    named = [name(sandbox, mistake) for mistake in asked]
    others = [(one.mistake.title, one.mistake.slug, one.slug) for one in named if not one.its_own]
    assert len(named) - len(others) >= LEAST_SHARE * len(named), others


GUESSES = [
    ("hello()\ndef hello():\n    print(1)\n", "function-too-early", "help"),
    ("print(Eggs 4.15)\n", "no-quotes", "comma"),
    ("5 = x\n", "value-on-left", "=="),
    ("total = 5\nprint(totl)\n", "misspelled-name", "total"),
    ("if 3 = 4:\n    print(1)\n", "equals", "=="),
    ("print('Did you mean: x?', hello)\n", "no-quotes", "Did you mean: x?"),
]


@pytest.mark.parametrize(("code", "slug", "guess"), GUESSES)
def test_a_guess_of_pythons_is_passed_on_only_if_it_leads_the_right_way(sandbox, code, slug, guess):
    said = explain(sandbox, code, run(sandbox, code))
    right = slug in ("misspelled-name", "equals") or "mean: x?" in code
    last = said.python.rstrip().split("\n")[-1]
    assert "Error: " in last
    if guess and right:
        assert guess in said.python
    elif guess:
        assert guess not in last
        assert not last.endswith("?")


def test_a_mistake_is_explained_in_spanish_too(sandbox):
    code = "x = 4\nif x => 5:\n    print(x)\n"
    said = explain(sandbox, code, run(sandbox, code), SPANISH)
    assert (said.slug, said.line) == ("compare-order", 2)
    assert said.message == "Hay => en esta línea. El = va al final. Escriba >="
    assert "SyntaxError" in said.python
