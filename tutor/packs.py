"""Check a pack the whole way: its words by rules, its programs by running them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from exercises import Exercise, Kind, Problem, PytestCheck
from grader import GradeReport, Sandbox, Submission, Verdict, answer_of, grade
from lessons import Pack, PackError, load_pack, review

from .fairness import check_tests, record

Progress = Callable[[int, int], None]


def check_pack(folder: Path, sandbox: Sandbox, progress: Progress | None = None) -> tuple[Pack | None, list[Problem]]:
    """The pack, if it can be read, and everything that needs mending. Raises `SandboxError`."""
    try:
        pack = load_pack(folder)
    except PackError as error:
        return None, list(error.problems)
    problems = review(pack)
    exercises = list(pack.exercises())
    for number, (exercise, place) in enumerate(exercises, 1):
        problems += [Problem(place, None, said) for said in check_exercise(exercise, sandbox)]
        if progress:
            progress(number, len(exercises))
    return pack, problems


def record_pack(folder: Path, sandbox: Sandbox) -> tuple[int, list[Problem]]:
    """Write down, for each exercise with tests, which tests count. How many there are, and what stands in the way.

    Raises `SandboxError`.
    """
    try:
        pack = load_pack(folder)
    except PackError as error:
        return 0, list(error.problems)
    done, problems = 0, []
    for exercise, place in pack.exercises():
        if not any(isinstance(check, PytestCheck) for check in exercise.checks):
            continue
        try:
            if record(exercise, place, sandbox):
                done += 1
            else:
                problems.append(
                    Problem(place, None, "solution.py does not pass its tests, so nothing was written down.")
                )
        except OSError as error:
            problems.append(Problem(place, None, f"Nothing could be written here ({error.strerror})."))
    return done, problems


def check_exercise(exercise: Exercise, sandbox: Sandbox) -> Iterator[str]:
    """What running an exercise's own programs shows: sentences for its author."""
    if exercise.kind is Kind.PREDICT:
        yield from _check_prediction(exercise, sandbox)
        return
    solution = grade(sandbox, Submission(exercise, exercise.solution))
    if solution.verdict is not Verdict.PASSED:
        yield f"solution.py does not pass: {_first(solution)}"
    if grade(sandbox, Submission(exercise, exercise.starter)).verdict is Verdict.PASSED:
        yield "starter.py already passes, so there is nothing to do. Take something out of it."
    for check in exercise.checks:
        if isinstance(check, PytestCheck):
            yield from check_tests(exercise, check, sandbox)
    if grade(sandbox, Submission(exercise, "")).verdict is Verdict.PASSED:
        yield "An empty program passes. Add a check that it does not meet."
    for mistake in exercise.mistakes:
        report = grade(sandbox, Submission(exercise, mistake.code))
        if report.verdict is Verdict.PASSED:
            yield f"mistakes/{mistake.name}.py passes, so it is no mistake here. Look at the checks."
        elif report.explanation is None or report.explanation.slug != mistake.diagnosis:
            got = report.explanation.slug if report.explanation else "nothing"
            yield f"mistakes/{mistake.name}.py should be diagnosed as {mistake.diagnosis}, but is seen as {got}."


def _first(report: GradeReport) -> str:
    result = next(result for result in report.results if result.verdict is not Verdict.PASSED)
    return f"{result.name}: {result.message} (wanted {result.expected!r}, got {result.actual!r})"


def _check_prediction(exercise: Exercise, sandbox: Sandbox) -> Iterator[str]:
    truth = answer_of(sandbox, exercise)
    if not truth:
        yield "program.py prints nothing, so there is nothing to predict."
    if len(exercise.choices) == 1:
        yield "One other answer is too few. Add one or two [[other]] tables, or take it out."
    answers = [choice.answer for choice in exercise.choices]
    for answer in answers:
        if grade(sandbox, Submission(exercise, answer)).verdict is Verdict.PASSED:
            yield f"The other answer {answer!r} is what the program prints. Change it."
    if len(set(answers)) != len(answers):
        yield "Two of the other answers are the same."
    if not exercise.choices and len(truth.splitlines()) > 3:
        yield "The learner would have to type more than 3 lines. Make the program shorter, or give answers to choose from."
