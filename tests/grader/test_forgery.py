"""Programs that try to pass without solving anything, each a file in `forgery/programs`.

A program defines `forge`, which the exercise's stub calls wherever an answer is wanted.
"""

from __future__ import annotations

import pytest
from golden import FORGERY, HONEST, exercise_with, read_forgers, read_golden, said

from grader import Submission, Verdict, grade

FORGERS = read_forgers()
TARGETS = [read_golden(path) for path in sorted(FORGERY.glob("exercises/*.md"))]


@pytest.fixture(scope="module")
def exercises(tmp_path_factory):
    folder = tmp_path_factory.mktemp("forgery")
    return {
        target.name: exercise_with(folder / target.name, target.solution, target.beside, target.setting, seconds=1)
        for target in TARGETS
    }


@pytest.mark.parametrize("target", TARGETS, ids=[target.name for target in TARGETS])
def test_a_fair_exercise_passes_its_solution_and_not_its_stub(target, exercises, sandbox):
    report = grade(sandbox, Submission(exercises[target.name], target.solution))
    assert report.verdict is Verdict.PASSED, said(report)
    assert report.practice is False
    report = grade(sandbox, Submission(exercises[target.name], HONEST + target.others["stub.py"]))
    assert report.verdict in {Verdict.NOT_YET, Verdict.CRASHED}, said(report)


@pytest.mark.parametrize("forger", FORGERS, ids=[forger.name for forger in FORGERS])
def test_no_program_forges_a_pass(forger, exercises, sandbox):
    passed = []
    for target in TARGETS:
        if forger.against and target.name not in forger.against:
            continue
        report = grade(sandbox, Submission(exercises[target.name], forger.with_stub(target.others["stub.py"])))
        assert report.results
        if report.verdict is Verdict.PASSED:
            passed.append(target.name)
    assert not passed, f"{forger.name} passes {passed}"


def test_an_honest_program_passes_after_them_all(exercises, sandbox):
    """Nothing that a program leaves behind reaches the next one."""
    for target in TARGETS:
        report = grade(sandbox, Submission(exercises[target.name], target.solution))
        assert report.verdict is Verdict.PASSED, said(report)


def test_there_are_many_of_them():
    print(f"{len(FORGERS)} programs against {len(TARGETS)} exercises")
    assert len(FORGERS) >= 60
    names = {target.name for target in TARGETS}
    assert all(forger.against <= names for forger in FORGERS)
    for forger in FORGERS:
        compile(forger.code, forger.name, "exec")
