"""The ways teachers write tests with pytest and unittest, each as a golden file in `idioms/`.

Every file says in its head how it must work: `apart` (nothing to set), `flag` (with the setting
named), or `together` (only in one guest, for practice).
"""

from __future__ import annotations

from collections import Counter

import pytest
from golden import Idiom, exercise_with, read_idioms

from grader import GradeReport, Submission, Verdict, grade

ALL = read_idioms()
SETTINGS = {"": (), "mutates": ("mutates = true",), "files": ("files = true",), "together": ("together = true",)}
ENDED = {Verdict.NOT_YET, Verdict.CRASHED}
"""How a program that is not there yet may do: it is judged, not stopped."""


def each(*works: str):
    chosen = [idiom for idiom in ALL if idiom.works in works]
    return pytest.mark.parametrize("idiom", chosen, ids=[idiom.name for idiom in chosen])


@pytest.fixture
def graded(sandbox, tmp_path):
    def graded(idiom: Idiom, setting: str, code: str) -> GradeReport:
        exercise = exercise_with(tmp_path / "exercise", idiom.solution, idiom.beside, *SETTINGS[setting])
        return grade(sandbox, Submission(exercise, code))

    return graded


def said(report: GradeReport) -> str:
    return "\n".join(
        f"{result.name}: {result.verdict.word} {result.message} {result.actual}" for result in report.results
    )


def marks(report: GradeReport) -> dict[str, bool]:
    return {result.name: result.verdict is Verdict.PASSED for result in report.results}


@each("apart", "apart only", "flag", "together")
def test_an_idiom_works_as_its_head_says(idiom, graded):
    report = graded(idiom, idiom.setting, idiom.solution)
    assert report.verdict is Verdict.PASSED, said(report)
    assert report.practice is (idiom.works == "together")
    assert idiom.not_yet
    for name, code in idiom.not_yet.items():
        report = graded(idiom, idiom.setting, code)
        assert report.verdict in ENDED, f"{name}: {said(report)}"


@each("flag", "together")
def test_an_idiom_needs_the_setting_its_head_names(idiom, graded):
    solved = graded(idiom, "", idiom.solution).verdict is Verdict.PASSED
    fooled = any(graded(idiom, "", code).verdict is Verdict.PASSED for code in idiom.not_yet.values())
    assert fooled or not solved, f"{idiom.name} works apart without a setting now: say so in its head"


@each("apart")
def test_two_guests_judge_each_test_as_one_guest_does(idiom, graded):
    """What a learner gets to know does not depend on where the program lives."""
    for code in (idiom.solution, *idiom.not_yet.values()):
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
