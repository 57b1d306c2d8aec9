"""Turn facts from the sandbox into results: one function for each kind of check. Nothing runs here."""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Mapping
from typing import Any

from exercises import CallCheck, ContainsCheck, OutputCheck, PytestCheck, SyntaxCheck

from .comparing import difference, lines_of, same_output
from .diagnosis import Diagnosis, diagnose
from .outcome import Ending, Outcome, error_of
from .report import CheckResult, Verdict

LONGEST = 4000
"""Characters of `expected` and `actual` in a result."""

_ENDINGS = {
    Ending.CPU: (Verdict.TIMED_OUT, "endless", "The program ran too long, so it was stopped. Is there a loop that never ends?"),
    Ending.WALL: (Verdict.TIMED_OUT, "waits", "The program waited too long, so it was stopped. Look at how long it sleeps."),
    Ending.MEMORY: (Verdict.OVER_LIMIT, "memory", "The program asked for more memory than it may use. Does something grow without end?"),
    Ending.OUTPUT: (Verdict.OVER_LIMIT, "output", "The program printed more than it may. Is there a print in a loop that never ends?"),
    Ending.FILES: (Verdict.OVER_LIMIT, "files", "The program wrote more to files than it may. Is there a write in a loop that never ends?"),
    Ending.STACK: (Verdict.CRASHED, "endless-calls", "Calls inside calls went too deep. Does a function call itself without end?"),
    Ending.DIED: (Verdict.CRASHED, "died", "The program shut Python down before its last line. Let it end by itself."),
    Ending.STOPPED: (Verdict.NOT_YET, "stopped", "The program was stopped before its end."),
}  # fmt: skip

_EXITED = "The program calls exit, so the check could not go on. Take that line out."


def trouble(code: str, outcome: Outcome) -> tuple[Verdict, Diagnosis] | None:
    """What kept a program from reaching its end, if anything did."""
    if outcome.ending in _ENDINGS:
        verdict, slug, message = _ENDINGS[outcome.ending]
        return verdict, Diagnosis(slug, message)
    if outcome.error is not None:
        return Verdict.CRASHED, diagnose(code, outcome.error)
    return None


def _not_met(check: str, verdict: Verdict, found: Diagnosis, **parts: Any) -> CheckResult:
    for side in ("expected", "actual"):
        if len(parts.get(side, "")) > LONGEST:
            parts[side] = parts[side][:LONGEST] + "..."
    where = f"Line {found.line}: " if found.line and verdict is Verdict.CRASHED else ""
    return CheckResult(check, verdict, where + found.message, diagnosis=found, **parts)


def judge_output(check: OutputCheck, code: str, outcome: Outcome) -> CheckResult:
    """Whether the program printed what was wanted, and reached its end."""
    shown: dict[str, Any] = {"expected": check.output, "actual": outcome.output, "typed": check.inputs}
    if stopped := trouble(code, outcome):
        return _not_met(check.name, stopped[0], stopped[1], **shown)
    if same_output(check.output, outcome.output, exact=check.exact):
        return CheckResult(check.name, Verdict.PASSED, **{**shown, "actual": outcome.output[:LONGEST]})
    found = difference(check.output, outcome.output)
    if check.message:
        found = Diagnosis(found.slug, check.message, found.line)
    return _not_met(check.name, Verdict.NOT_YET, found, **shown)


def judge_contains(check: ContainsCheck, code: str, outcome: Outcome) -> CheckResult:
    """Whether the program reached its end and its output has what must be in it."""
    wanted = "\n".join(check.contains) or f"{check.lines} lines or more"
    shown: dict[str, Any] = {"expected": wanted, "actual": outcome.output, "typed": check.inputs}
    if stopped := trouble(code, outcome):
        return _not_met(check.name, stopped[0], stopped[1], **shown)
    lines = [line for line in lines_of(outcome.output) if line]
    absent = [text for text in check.contains if text not in outcome.output]
    if not absent and len(lines) >= check.lines:
        return CheckResult(check.name, Verdict.PASSED, **{**shown, "actual": outcome.output[:LONGEST]})
    if not lines:
        found = difference(wanted, "")
    elif absent:
        found = Diagnosis("other-text", f"The output should have this in it: {absent[0][:80]}")
    else:
        found = Diagnosis("line-missing", f"The program prints {len(lines)} lines with text. {check.lines} are wanted.")
    if check.message:
        found = Diagnosis(found.slug, check.message)
    return _not_met(check.name, Verdict.NOT_YET, found, **shown)


def judge_call(check: CallCheck, code: str, outcome: Outcome) -> CheckResult:
    """Whether a call gave the value, or raised the error, that was wanted."""
    wanted = check.returns if check.returns is not None else f"an error: {check.raises}"
    value = (outcome.facts or {}).get("value")
    error = outcome.error
    actual = value["shown"] if value else f"an error: {error.kind}" if error else ""
    shown: dict[str, Any] = {"expected": wanted, "actual": actual, "typed": check.inputs}
    if check.raises is not None and error is not None and outcome.ending is Ending.RAISED:
        kinds = (outcome.facts or {}).get("error", {}).get("kinds", [])
        # An error before the call is the program's own: the call was never made.
        if check.raises in kinds and (outcome.facts or {}).get("stage") == "call":
            return CheckResult(check.name, Verdict.PASSED, **shown)
    if stopped := trouble(code, outcome):
        return _not_met(check.name, stopped[0], stopped[1], **shown)
    if outcome.ending is Ending.EXITED or value is None:
        return _not_met(check.name, Verdict.NOT_YET, Diagnosis("exits", _EXITED), **shown)
    if check.returns is not None and same_value(ast.literal_eval(check.returns), value):
        return CheckResult(check.name, Verdict.PASSED, **shown)
    said = check.message or f"{check.call} should give {wanted}. It gave {actual}."
    return _not_met(check.name, Verdict.NOT_YET, Diagnosis("other-value", said[:300]), **shown)


def same_value(wanted: object, tagged: Mapping[str, Any]) -> bool:
    """Whether a tagged value from the sandbox is the wanted one. Numbers compare by size, True is not 1."""
    kind, said = tagged.get("t"), tagged.get("v")
    if isinstance(wanted, bool) or wanted is None:
        return kind == type(wanted).__name__ and said is wanted
    if isinstance(wanted, int | float):
        return kind in ("int", "float") and _same_number(wanted, _number(str(kind), said))
    if isinstance(wanted, str):
        return kind == "str" and said == wanted
    if isinstance(wanted, bytes):
        return kind == "bytes" and said == wanted.hex()
    if isinstance(wanted, complex):
        return kind == "complex" and isinstance(said, list) and [wanted.real.hex(), wanted.imag.hex()] == said
    if not isinstance(said, list) or kind != type(wanted).__name__:
        return False
    if isinstance(wanted, list | tuple):
        return len(wanted) == len(said) and all(map(same_value, wanted, said))
    if isinstance(wanted, dict):
        return len(wanted) == len(said) and all(_has_pair(said, key, value) for key, value in wanted.items())
    if isinstance(wanted, set | frozenset):
        return len(wanted) == len(said) and all(any(same_value(part, other) for other in said) for part in wanted)
    return False


def _number(kind: str, said: Any) -> float:
    return int(said, 16) if kind == "int" else float.fromhex(said)


def _same_number(wanted: float, said: float) -> bool:
    if isinstance(wanted, int) and isinstance(said, int):
        return wanted == said
    try:
        return math.isclose(wanted, said, rel_tol=1e-9, abs_tol=1e-12)
    except OverflowError:
        return False


def _has_pair(pairs: list[Any], key: object, value: object) -> bool:
    return any(same_value(key, pair[0]) and same_value(value, pair[1]) for pair in pairs)


def judge_parts(check: SyntaxCheck, code: str, outcome: Outcome) -> CheckResult:
    """Whether the parts of the language that must be there are there, and the others are not."""
    if stopped := trouble(code, outcome):
        return _not_met(check.name, stopped[0], stopped[1])
    found = (outcome.facts or {}).get("parts", {})
    for part in check.uses:
        if not _stands(part, found):
            said = check.message or f"The program should use {_said(part)}. Look where it can help."
            return _not_met(check.name, Verdict.NOT_YET, Diagnosis("part-missing", said))
    for part in check.avoids:
        if _stands(part, found):
            said = check.message or f"Do this one without {_said(part)}."
            return _not_met(check.name, Verdict.NOT_YET, Diagnosis("part-unwanted", said))
    return CheckResult(check.name, Verdict.PASSED)


def _stands(part: str, found: Mapping[str, int]) -> bool:
    counted = re.fullmatch(r"count:(.+?)(>=|<=|==)(\d+)", part)
    if not counted:
        return found.get(part, 0) > 0
    number, limit = found.get(counted[1], 0), int(counted[3])
    return number >= limit if counted[2] == ">=" else number <= limit if counted[2] == "<=" else number == limit


def _said(part: str) -> str:
    counted = re.fullmatch(r"count:(.+?)(>=|<=|==)(\d+)", part)
    if counted:
        how = {">=": "at least", "<=": "at most", "==": "exactly"}[counted[2]]
        return f"{counted[1]} {how} {counted[3]} times"
    if part.startswith("call:"):
        return part.removeprefix("call:") + "()"
    return part.removeprefix("operator:").replace("-quotes", " quotes").replace("comment", "a comment")


def judge_tests(check: PytestCheck, code: str, outcome: Outcome) -> list[CheckResult]:
    """One result for each test; a missing test, a skipped one, or trouble while collecting is never a pass."""
    if stopped := trouble(code, outcome):
        return [_not_met(check.name, stopped[0], stopped[1])]
    facts = outcome.facts or {}
    if problems := facts.get("problems"):
        return [_collecting(check, code, problems[0]["error"])]
    if outcome.ending is Ending.EXITED:
        return [_not_met(check.name, Verdict.CRASHED, Diagnosis("exits", _EXITED))]
    results = [_judge_test(test) for test in facts.get("tests", [])]
    if (
        _are_others(check, [test["id"] for test in facts.get("tests", [])])
        or not results
        or (facts.get("status") != 0 and all(r.verdict is Verdict.PASSED for r in results))
    ):
        found = Diagnosis("tests-incomplete", "Some tests did not run to their end, so this can't count yet.")
        results.append(_not_met(check.name, Verdict.NOT_YET, found))
    return results


def _are_others(check: PytestCheck, ran: list[str]) -> bool:
    """Whether other tests ran than those that count: the recorded ones, or at least every one that is written."""
    if check.ids:
        return tuple(ran) != check.ids
    return bool(_written(check) - {_function(identity) for identity in ran})


def _collecting(check: PytestCheck, code: str, said: Mapping[str, Any]) -> CheckResult:
    error = error_of(said)
    if error.kind == "SystemExit":
        return _not_met(check.name, Verdict.CRASHED, Diagnosis("exits", _EXITED, error.line))
    if error.kind == "ImportError" and error.name == check.module:
        wanted = re.search(r"cannot import name '(\w+)'", error.message)
        name = wanted[1] if wanted else "what it needs"
        return _not_met(
            check.name,
            Verdict.NOT_YET,
            Diagnosis("name-missing", f"The check looks for {name} in your program. Make it, with that spelling."),
        )
    return _not_met(check.name, Verdict.CRASHED, diagnose(code, error))


def _judge_test(test: Mapping[str, Any]) -> CheckResult:
    name = _test_name(test)
    phases = test.get("phases", {})
    if all(phases.get(phase) == "passed" for phase in ("setup", "call", "teardown")):
        return CheckResult(name, Verdict.PASSED)
    shown = {}
    if test.get("op") == "==":
        shown = {"actual": str(test["left"]), "expected": str(test["right"])}
    said = str(test.get("message") or "This did not happen as wanted.").split("\n")[0][:300]
    kind = test.get("error")
    verdict = Verdict.NOT_YET if kind in (None, "AssertionError", "Failed") else Verdict.CRASHED
    return _not_met(name, verdict, Diagnosis("test", said), **shown)


def _test_name(test: Mapping[str, Any]) -> str:
    said = " ".join(str(test.get("doc", "")).split())
    name = said or _function(str(test["id"])).removeprefix("test_").replace("_", " ")
    parameters = test.get("parameters")
    return f"{name} ({parameters})" if parameters else name


def _function(identity: str) -> str:
    return identity.rsplit("::", 1)[-1].split("[", 1)[0]


def _written(check: PytestCheck) -> set[str]:
    """The names of the test functions in the files, so that none can go missing unseen."""
    found: set[str] = set()
    for name in check.tests:
        try:
            tree = ast.parse(check.files[name])
        except (SyntaxError, ValueError, RecursionError):
            continue
        found |= {
            node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name.startswith("test")
        }
    return found
