"""Grade a submission: one fresh instance of the sandbox for each check, then judge what came back."""

from __future__ import annotations

from dataclasses import replace

from exercises import BLANK, CallCheck, Check, ContainsCheck, Kind, Limits, OutputCheck, PytestCheck, SyntaxCheck

from .comparing import difference, lines_of, same_output
from .diagnosis import Diagnosis
from .judging import judge_call, judge_contains, judge_output, judge_parts, judge_tests, trouble
from .outcome import Ending, Job, Outcome
from .report import CheckResult, GradeReport, Submission, Verdict
from .sandbox import Asks, Sandbox, SandboxError, Wrote

MAX_CODE = 256 * 1024
"""Bytes of a program, as UTF-8."""

RUN_LIMITS = Limits(cpu=10.0, wall=600.0, output=200_000)
"""What a program may use while a person watches; waiting for that person does not count."""


def unreadable(code: str) -> str | None:
    """Why a text can't be run as a program at all; None if it can."""
    if "\0" in code:
        return "The program has an unseen zero byte in it. Delete the line it is on and type it again."
    try:
        size = len(code.encode("utf-8"))
    except UnicodeEncodeError:
        return "The program has a character that can't be saved. Delete it and type it again."
    if size > MAX_CODE:
        return f"The program is too long: {size // 1024} KiB. The most is {MAX_CODE // 1024} KiB. Take some of it out."
    return None


def run(sandbox: Sandbox, code: str, wrote: Wrote | None = None, asks: Asks | None = None) -> Outcome:
    """Run a program for a person who watches and answers. Raises `SandboxError`, and ValueError for `unreadable` code."""
    if said := unreadable(code):
        raise ValueError(said)
    return sandbox.run(Job("program", code, inputs=None, limits=RUN_LIMITS), wrote, asks)


def grade(sandbox: Sandbox, submission: Submission) -> GradeReport:
    """Judge an answer by all checks of its exercise. Raises `SandboxError`; trouble in the answer is a verdict."""
    if said := unreadable(submission.code):
        diagnosis = Diagnosis("unreadable", said)
        return GradeReport((CheckResult("the program can be read", Verdict.NOT_YET, said, diagnosis=diagnosis),), 0.0)
    if submission.exercise.kind is Kind.PREDICT:
        return _grade_prediction(sandbox, submission)
    results: list[CheckResult] = []
    seconds = 0.0
    for check in submission.exercise.checks:
        if results and results[-1].verdict is Verdict.TIMED_OUT:
            results.append(
                CheckResult(check.name, Verdict.TIMED_OUT, "Not looked at: the program ran too long before.")
            )
            continue
        outcome, found = _do_safely(sandbox, submission, check)
        if outcome.ending is Ending.STOPPED:
            raise SandboxError("The check was stopped. Nothing was graded.")
        seconds += outcome.seconds
        results += found
    if submission.exercise.kind is Kind.FILL and BLANK in submission.code:
        results = [_with_blank(result) for result in results]
    practice = any(isinstance(check, PytestCheck) and check.together for check in submission.exercise.checks)
    return GradeReport(tuple(results), seconds, practice)


def _with_blank(result: CheckResult) -> CheckResult:
    """A result of a program that still has a blank: that comes first, whatever else is to say."""
    if result.verdict is Verdict.PASSED:
        return result
    said = f"There is still a blank, {BLANK}. Put your answer in its place."
    return replace(result, message=said, diagnosis=Diagnosis("blank-left", said))


def _do_safely(sandbox: Sandbox, submission: Submission, check: Check) -> tuple[Outcome, list[CheckResult]]:
    """Do one check. Facts that make no sense are the program's doing: it shares the guest that states them."""
    try:
        return _do(sandbox, submission, check)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError):
        outcome = Outcome(Ending.DIED)
        stopped = trouble(submission.code, outcome)
        said = stopped[1] if stopped else None
        return outcome, [CheckResult(check.name, Verdict.CRASHED, said.message if said else "", diagnosis=said)]


def _do(sandbox: Sandbox, submission: Submission, check: Check) -> tuple[Outcome, list[CheckResult]]:
    code, limits = submission.code, submission.exercise.limits
    match check:
        case OutputCheck():
            outcome = sandbox.run(Job("program", code, check.inputs, limits=limits))
            return outcome, [judge_output(check, code, outcome)]
        case ContainsCheck():
            outcome = sandbox.run(Job("program", code, check.inputs, limits=limits))
            return outcome, [judge_contains(check, code, outcome)]
        case CallCheck():
            outcome = sandbox.run(Job("call", code, check.inputs, check.call, limits=limits))
            return outcome, [judge_call(check, code, outcome)]
        case SyntaxCheck():
            outcome = sandbox.run(Job("parts", code, limits=limits))
            return outcome, [judge_parts(check, code, outcome)]
        case PytestCheck():
            outcome = sandbox.run(_tests_job(check, code, limits))
            return outcome, judge_tests(check, code, outcome)


def _tests_job(check: PytestCheck, code: str, limits: Limits) -> Job:
    """Tests and their modules go to the examiner with the other files; the program gets a guest of its own."""
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
        limits=limits,
    )


def answer_of(sandbox: Sandbox, program: str) -> str:
    """What a `predict` program prints; if it ends with an error message, its last line is the error's name."""
    return _answer(sandbox.run(Job("program", program)))


def _answer(outcome: Outcome) -> str:
    lines = lines_of(outcome.output)
    if outcome.ending is Ending.RAISED and outcome.error:
        lines.append(outcome.error.kind)
    return "\n".join(lines)


def _grade_prediction(sandbox: Sandbox, submission: Submission) -> GradeReport:
    outcome = sandbox.run(Job("program", submission.exercise.program))
    truth, said = _answer(outcome), submission.code
    if same_output(truth, said):
        result = CheckResult("what the program prints", Verdict.PASSED, expected=truth, actual=said)
        return GradeReport((result,), outcome.seconds)
    because = [choice.because for choice in submission.exercise.choices if same_output(choice.answer, said)]
    found = difference(truth, said)
    message = because[0] if because else f"Not quite. Compare the two, from line {found.line or 1} on."
    result = CheckResult(
        "what the program prints", Verdict.NOT_YET, message, truth, said, diagnosis=Diagnosis("prediction", message)
    )
    return GradeReport((result,), outcome.seconds)
