"""The ways teachers write tests with pytest and unittest, each as a golden file in `idioms/`.

Every file says in its head how it must work: `apart` (nothing to set), `flag` (with the setting
named), or `together` (only in one guest, for practice).
"""

from __future__ import annotations

from collections import Counter

import pytest
from golden import Golden, exercise_with, marks, read_idioms, said

from grader import GradeReport, Submission, Verdict, grade

ALL = read_idioms()
ENDED = {Verdict.NOT_YET, Verdict.CRASHED}
"""How a program that is not there yet may do: it is judged, not stopped."""


def each(*works: str):
    chosen = [idiom for idiom in ALL if idiom.works in works]
    return pytest.mark.parametrize("idiom", chosen, ids=[idiom.name for idiom in chosen])


@pytest.fixture
def graded(sandbox, tmp_path):
    exercises = {}

    def graded(idiom: Golden, setting: str, code: str) -> GradeReport:
        if setting not in exercises:
            exercises[setting] = exercise_with(tmp_path / f"a{setting}", idiom.solution, idiom.beside, setting)
        return grade(sandbox, Submission(exercises[setting], code))

    return graded


@each("apart", "apart only", "flag", "together")
def test_an_idiom_works_as_its_head_says(idiom, graded):
    report = graded(idiom, idiom.setting, idiom.solution)
    assert report.verdict is Verdict.PASSED, said(report)
    assert report.practice is (idiom.works == "together")
    assert idiom.others
    for name, code in idiom.others.items():
        report = graded(idiom, idiom.setting, code)
        assert report.verdict in ENDED, f"{name}: {said(report)}"


@each("flag", "together")
def test_an_idiom_needs_the_setting_its_head_names(idiom, graded):
    solved = graded(idiom, "", idiom.solution).verdict is Verdict.PASSED
    fooled = any(graded(idiom, "", code).verdict is Verdict.PASSED for code in idiom.others.values())
    assert fooled or not solved, f"{idiom.name} works apart without a setting now: say so in its head"


@each("apart")
def test_two_guests_judge_each_test_as_one_guest_does(idiom, graded):
    """What a learner gets to know does not depend on where the program lives."""
    for code in (idiom.solution, *idiom.others.values()):
        apart, together = graded(idiom, "", code), graded(idiom, "together", code)
        assert marks(apart) == marks(together), f"apart:\n{said(apart)}\ntogether:\n{said(together)}"
        assert apart.practice is False and together.practice is True


def test_most_idioms_work_without_a_setting():
    counts = Counter(idiom.works.split()[0] for idiom in ALL)
    print(f"{len(ALL)} idioms: {dict(counts)}")
    assert len(ALL) >= 73
    assert counts["apart"] >= 60
    assert counts["flag"] >= 6
    # A wall that keeps more than a tenth of what teachers write from them is no good.
    assert counts["together"] <= len(ALL) / 10
