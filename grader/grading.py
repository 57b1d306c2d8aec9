"""Grade a submission: one fresh instance of the sandbox for each check, then judge what came back."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import Any

from exercises import (
    BLANK,
    CallCheck,
    Check,
    ContainsCheck,
    Exercise,
    Kind,
    Limits,
    OutputCheck,
    PytestCheck,
    SyntaxCheck,
)

from .comparing import difference, lines_of, same_output
from .conversation import Asks, Sleeps, Wrote
from .explaining import ENGLISH, Explanation, about, look_closer
from .judging import judge_call, judge_contains, judge_output, judge_parts, judge_tests, not_met, stopped_early
from .kinds import kinds_of
from .native import SandboxError
from .outcome import Ending, Job, Outcome, Place, ProgramError
from .report import CheckResult, GradeReport, Submission, Verdict
from .sandbox import Sandbox

MAX_CODE = 256 * 1024
"""Bytes of a program, as UTF-8."""

RUN_LIMITS = Limits(cpu=10.0, wall=600.0, output=200_000)
"""What a program may use while a person watches; waiting for that person does not count."""


MOST_LOOKS = 4
"""How often the sandbox looks closer at one answer; the checks after that get a general sentence."""


def unreadable(code: str, language: str = ENGLISH) -> str | None:
    """Why a text can't be run as a program at all; None if it can."""
    said = _unreadable(code, language)
    return said.message if said else None


def _unreadable(code: str, language: str) -> Explanation | None:
    if "\0" in code:
        return about("unreadable/zero", language)
    try:
        size = len(code.encode("utf-8"))
    except UnicodeEncodeError:
        return about("unreadable/odd", language)
    if size > MAX_CODE:
        return about("unreadable/long", language, fields={"got": str(size // 1024), "most": str(MAX_CODE // 1024)})
    return None


def run(
    sandbox: Sandbox,
    code: str,
    wrote: Wrote | None = None,
    asks: Asks | None = None,
    exercise: Exercise | None = None,
    sleeps: Sleeps | None = None,
) -> Outcome:
    """Run a program for a person who watches and answers, with what its exercise brings.

    Chance is new each time unless the exercise has a seed. Raises `SandboxError`, and ValueError for
    `unreadable` code.
    """
    if said := unreadable(code):
        raise ValueError(said)
    job = Job("program", code, inputs=None, limits=RUN_LIMITS, seed=secrets.randbits(32))
    return sandbox.run(placed(job, exercise) if exercise else job, wrote, asks, sleeps)


def placed(job: Job, exercise: Exercise) -> Job:
    """A job with the files, the clock and the seed of an exercise; files of the job's own come on top."""
    return replace(
        job,
        files={**exercise.files, **(job.files or {})},
        handed=exercise.files,
        clock=exercise.clock,
        seed=job.seed if exercise.seed is None else exercise.seed,
    )


def grade(sandbox: Place, submission: Submission, language: str = ENGLISH) -> GradeReport:
    """Judge an answer by all checks of its exercise. Raises `SandboxError`; trouble in the answer is a verdict."""
    if said := _unreadable(submission.code, language):
        result = CheckResult("the program can be read", Verdict.NOT_YET, said.message, explanation=said)
        return GradeReport((result,), 0.0)
    if submission.exercise.kind is Kind.PREDICT:
        return _grade_prediction(sandbox, submission, language)
    results: list[CheckResult] = []
    seconds = 0.0
    closer = _Closer(sandbox, submission, language)
    for check in submission.exercise.checks:
        if results and results[-1].verdict is Verdict.TIMED_OUT:
            results.append(CheckResult(check.name, Verdict.TIMED_OUT, about("not-looked-at", language).message))
            continue
        outcome, found = _do_safely(sandbox, submission, check, language)
        if outcome.ending is Ending.STOPPED:
            raise SandboxError("The check was stopped. Nothing was graded.")
        seconds += outcome.seconds
        results += [closer.look(check, outcome, result) for result in found]
    practice = any(isinstance(check, PytestCheck) and check.together for check in submission.exercise.checks)
    return GradeReport(tuple(results), seconds, practice)


class _Closer:
    """Has the sandbox look closer at what was not met: once for each error message, at most `MOST_LOOKS` times."""

    def __init__(self, sandbox: Place, submission: Submission, language: str) -> None:
        self._sandbox, self._code, self._language = sandbox, submission.code, language
        self._blanks = submission.exercise.kind is Kind.FILL and BLANK in submission.code
        self._errors: dict[ProgramError, Explanation | None] = {}
        self._left = MOST_LOOKS

    def look(self, check: Check, outcome: Outcome, result: CheckResult) -> CheckResult:
        """The result with what the sandbox found instead of the general sentence, if it found something."""
        if result.verdict is Verdict.PASSED or result.explanation is None:
            return result
        if self._blanks:
            # That comes first, whatever else is to say.
            said = about("blank-left", self._language, line=_line_of_blank(self._code))
            return replace(result, message=said.message, explanation=said)
        # What the author of the exercise says about a check comes before what the sandbox may find.
        authors_own = result.error is None and not isinstance(check, PytestCheck) and check.message
        found = None if authors_own else self._found(check, outcome, result)
        if found is None:
            return result
        return not_met(
            result.name, result.verdict, found, self._language,
            expected=result.expected, actual=result.actual, typed=result.typed, error=result.error,
        )  # fmt: skip

    def _found(self, check: Check, outcome: Outcome, result: CheckResult) -> Explanation | None:
        error = result.error
        if error in self._errors:
            return self._errors[error]
        if not self._left:
            return None
        self._left -= 1
        checks = [_as_data(check, result)]
        found = look_closer(self._sandbox, self._code, outcome, checks, self._language, error=error)
        if error:
            self._errors[error] = found
        return found


def _as_data(check: Check, result: CheckResult) -> dict[str, Any]:
    kinds = {OutputCheck: "output", ContainsCheck: "contains", CallCheck: "call", SyntaxCheck: "parts"}
    return {
        "kind": kinds.get(type(check), "test"),
        "expected": result.expected,
        "actual": result.actual,
        "typed": list(result.typed),
        "op": check.call if isinstance(check, CallCheck) else "",
        "difference": result.explanation.slug if result.explanation else "",
    }


def _line_of_blank(code: str) -> int:
    return code[: code.index(BLANK)].count("\n") + 1


def _do_safely(
    sandbox: Place, submission: Submission, check: Check, language: str
) -> tuple[Outcome, list[CheckResult]]:
    """Do one check. Facts that make no sense are the program's doing: it shares the guest that states them."""
    try:
        return _do(sandbox, submission, check, language)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError):
        outcome = Outcome(Ending.DIED)
        died = stopped_early(check.name, outcome, language)
        return outcome, [died] if died else []


def _do(sandbox: Place, submission: Submission, check: Check, language: str) -> tuple[Outcome, list[CheckResult]]:
    code, limits = submission.code, submission.exercise.limits

    def do(job: Job) -> Outcome:
        return sandbox.run(placed(job, submission.exercise))

    match check:
        case OutputCheck():
            outcome = do(Job("program", code, check.inputs, limits=limits))
            return outcome, [judge_output(check, outcome, language)]
        case ContainsCheck():
            outcome = do(Job("program", code, check.inputs, limits=limits))
            return outcome, [judge_contains(check, outcome, language)]
        case CallCheck():
            outcome = do(Job("call", code, check.inputs, check.call, limits=limits))
            return outcome, [judge_call(check, outcome, language)]
        case SyntaxCheck():
            outcome = do(Job("parts", code, limits=limits))
            return outcome, [judge_parts(check, outcome, language)]
        case PytestCheck():
            outcome = do(_tests_job(check, submission))
            return outcome, judge_tests(check, outcome, language)


def _tests_job(check: PytestCheck, submission: Submission) -> Job:
    """Tests and their modules go to the examiner with the other files; the program gets a guest of its own."""
    code, limits = submission.code, submission.exercise.limits
    tests = dict(check.files)
    files = {name: text for name, text in tests.items() if not name.endswith(".py")}
    if check.together:
        files[f"{check.module}.py"] = code
        return Job("tests", files=files, tests=tests, module=check.module, limits=limits)
    return Job(
        "examine",
        code,
        files=files,
        tests=tests,
        module=check.module,
        shared=check.shares_files,
        mutates=check.mutates,
        kinds=kinds_of(submission.exercise.solution),
        limits=limits,
    )


def tests_met(sandbox: Sandbox, exercise: Exercise, check: PytestCheck) -> tuple[str, ...]:
    """The ids of the tests in the order they ran, if the solution passes them all; else nothing. Raises `SandboxError`."""
    submission = Submission(exercise, exercise.solution)
    outcome = sandbox.run(placed(_tests_job(replace(check, ids=()), submission), exercise))
    results = judge_tests(replace(check, ids=()), outcome)
    if any(result.verdict is not Verdict.PASSED for result in results):
        return ()
    return tuple(test["id"] for test in (outcome.facts or {})["tests"])


def answer_of(sandbox: Sandbox, exercise: Exercise) -> str:
    """What a `predict` program prints; if it ends with an error message, its last line is the error's name."""
    return _answer(sandbox.run(placed(Job("program", exercise.program), exercise)))


def _answer(outcome: Outcome) -> str:
    lines = lines_of(outcome.output)
    if outcome.ending is Ending.RAISED and outcome.error:
        lines.append(outcome.error.kind)
    return "\n".join(lines)


def _grade_prediction(sandbox: Place, submission: Submission, language: str) -> GradeReport:
    outcome = sandbox.run(placed(Job("program", submission.exercise.program), submission.exercise))
    truth, said = _answer(outcome), submission.code
    if same_output(truth, said):
        result = CheckResult("what the program prints", Verdict.PASSED, expected=truth, actual=said)
        return GradeReport((result,), outcome.seconds)
    because = [choice.because for choice in submission.exercise.choices if same_output(choice.answer, said)]
    line = difference(truth, said).line or 1
    found = Explanation("prediction", because[0]) if because else about("prediction", language, line=line)
    result = CheckResult("what the program prints", Verdict.NOT_YET, found.message, truth, said, explanation=found)
    return GradeReport((result,), outcome.seconds)
