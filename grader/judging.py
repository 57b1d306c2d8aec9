"""Turn facts from the sandbox into results: one function for each kind of check. Nothing runs here."""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Mapping
from typing import Any

from exercises import CallCheck, ContainsCheck, OutputCheck, PytestCheck, SyntaxCheck

from .comparing import difference, lines_of, same_output
from .explaining import ENGLISH, Explanation, about, first_sight, general, name_of_part, with_line
from .outcome import Ending, Outcome, error_of
from .report import CheckResult, Verdict

LONGEST = 4000
"""Characters of `expected` and `actual` in a result."""

_VERDICTS = {
    Ending.CPU: Verdict.TIMED_OUT, Ending.WALL: Verdict.TIMED_OUT, Ending.MEMORY: Verdict.OVER_LIMIT,
    Ending.OUTPUT: Verdict.OVER_LIMIT, Ending.STACK: Verdict.CRASHED, Ending.DIED: Verdict.CRASHED,
    Ending.STOPPED: Verdict.NOT_YET, Ending.FILES: Verdict.OVER_LIMIT,
}  # fmt: skip


def stopped_early(check: str, outcome: Outcome, language: str, **parts: Any) -> CheckResult | None:
    """The result of a program that something kept from reaching its end; None if nothing did."""
    said = first_sight(outcome, language)
    if said is None:
        return None
    verdict = _VERDICTS.get(outcome.ending, Verdict.CRASHED)
    return not_met(check, verdict, said, language, error=outcome.error, **parts)


def not_met(check: str, verdict: Verdict, said: Explanation, language: str, **parts: Any) -> CheckResult:
    """The result of a check that was not met, its two sides cut to a length that can be shown."""
    for side in ("expected", "actual"):
        if len(parts.get(side, "")) > LONGEST:
            parts[side] = parts[side][:LONGEST] + "..."
    message = with_line(said, language) if verdict is Verdict.CRASHED else said.message
    return CheckResult(check, verdict, message, explanation=said, **parts)


def judge_output(check: OutputCheck, outcome: Outcome, language: str = ENGLISH) -> CheckResult:
    """Whether the program printed what was wanted, and reached its end."""
    shown: dict[str, Any] = {"expected": check.output, "actual": outcome.output, "typed": check.inputs}
    if stopped := stopped_early(check.name, outcome, language, **shown):
        return stopped
    if same_output(check.output, outcome.output, exact=check.exact):
        return CheckResult(check.name, Verdict.PASSED, **{**shown, "actual": outcome.output[:LONGEST]})
    found = difference(check.output, outcome.output, language)
    if check.message:
        found = Explanation(found.slug, check.message, line=found.line)
    return not_met(check.name, Verdict.NOT_YET, found, language, **shown)


def judge_contains(check: ContainsCheck, outcome: Outcome, language: str = ENGLISH) -> CheckResult:
    """Whether the program reached its end and its output has what must be in it."""
    wanted = "\n".join(check.contains) or f"{check.lines} lines or more"
    shown: dict[str, Any] = {"expected": wanted, "actual": outcome.output, "typed": check.inputs}
    if stopped := stopped_early(check.name, outcome, language, **shown):
        return stopped
    lines = [line for line in lines_of(outcome.output) if line]
    absent = [text for text in check.contains if text not in outcome.output]
    if not absent and len(lines) >= check.lines:
        return CheckResult(check.name, Verdict.PASSED, **{**shown, "actual": outcome.output[:LONGEST]})
    if not lines:
        found = difference(wanted, "", language)
    elif absent:
        found = about("other-text/absent", language, fields={"wanted": absent[0][:80]})
    else:
        counts = {"got": str(len(lines)), "wanted": str(check.lines)}
        found = about("line-missing/count", language, fields=counts)
    if check.message:
        found = Explanation(found.slug, check.message)
    return not_met(check.name, Verdict.NOT_YET, found, language, **shown)


def judge_call(check: CallCheck, outcome: Outcome, language: str = ENGLISH) -> CheckResult:
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
    if stopped := stopped_early(check.name, outcome, language, **shown):
        return stopped
    if outcome.ending is Ending.EXITED or value is None:
        return not_met(check.name, Verdict.NOT_YET, about("exits", language), language, **shown)
    if check.returns is not None and same_value(ast.literal_eval(check.returns), value):
        return CheckResult(check.name, Verdict.PASSED, **shown)
    said = about("other-value", language, fields={"call": check.call, "got": actual[:100], "wanted": wanted[:100]})
    if check.message:
        said = Explanation(said.slug, check.message[:300])
    return not_met(check.name, Verdict.NOT_YET, said, language, **shown)


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


def judge_parts(check: SyntaxCheck, outcome: Outcome, language: str = ENGLISH) -> CheckResult:
    """Whether the parts of the language that must be there are there, and the others are not."""
    if stopped := stopped_early(check.name, outcome, language):
        return stopped
    found = (outcome.facts or {}).get("parts", {})
    absent = [_absent(part, language) for part in check.uses if not _stands(part, found)]
    unwanted = [_unwanted(part, language) for part in check.avoids if _stands(part, found)]
    for said in absent + unwanted:
        shown = Explanation(said.slug, check.message) if check.message else said
        return not_met(check.name, Verdict.NOT_YET, shown, language)
    return CheckResult(check.name, Verdict.PASSED)


_COUNTED = re.compile(r"count:(.+?)(>=|<=|==)(\d+)")


def _absent(part: str, language: str) -> Explanation:
    if counted := _COUNTED.fullmatch(part):
        slug = {">=": "part-missing/at-least", "<=": "part-missing/at-most", "==": "part-missing/exactly"}[counted[2]]
        return about(slug, language, fields={"part": name_of_part(counted[1], language), "count": counted[3]})
    return about("part-missing", language, fields={"part": name_of_part(part, language)})


def _unwanted(part: str, language: str) -> Explanation:
    counted = _COUNTED.fullmatch(part)
    return about("part-unwanted", language, fields={"part": name_of_part(counted[1] if counted else part, language)})


def _stands(part: str, found: Mapping[str, int]) -> bool:
    counted = _COUNTED.fullmatch(part)
    if not counted:
        return found.get(part, 0) > 0
    number, limit = found.get(counted[1], 0), int(counted[3])
    return number >= limit if counted[2] == ">=" else number <= limit if counted[2] == "<=" else number == limit


def judge_tests(check: PytestCheck, outcome: Outcome, language: str = ENGLISH) -> list[CheckResult]:
    """One result for each test; a missing test, a skipped one, or trouble while collecting is never a pass."""
    if stopped := stopped_early(check.name, outcome, language):
        return [stopped]
    facts = outcome.facts or {}
    if problems := facts.get("problems"):
        return [_collecting(check, problems[0]["error"], language)]
    if outcome.ending is Ending.EXITED:
        return [not_met(check.name, Verdict.CRASHED, about("exits", language), language)]
    results = [_judge_test(test, language) for test in facts.get("tests", [])]
    if (
        _are_others(check, [test["id"] for test in facts.get("tests", [])])
        or not results
        or (facts.get("status") != 0 and all(r.verdict is Verdict.PASSED for r in results))
    ):
        results.append(not_met(check.name, Verdict.NOT_YET, about("tests-incomplete", language), language))
    return results


def _are_others(check: PytestCheck, ran: list[str]) -> bool:
    """Whether other tests ran than those that count: the recorded ones, or at least every one that is written."""
    if check.ids:
        return tuple(ran) != check.ids
    return bool(_written(check) - {_function(identity) for identity in ran})


def _collecting(check: PytestCheck, said: Mapping[str, Any], language: str) -> CheckResult:
    error = error_of(said)
    if error.kind == "SystemExit":
        return not_met(check.name, Verdict.CRASHED, about("exits", language, line=error.line), language)
    if error.kind == "ImportError" and error.name == check.module:
        wanted = re.search(r"cannot import name '(\w+)'", error.message)
        found = (
            about("name-missing", language, fields={"name": wanted[1]})
            if wanted
            else about("name-missing/some", language)
        )
        return not_met(check.name, Verdict.NOT_YET, found, language)
    return not_met(check.name, Verdict.CRASHED, general(error, language), language, error=error)


def _judge_test(test: Mapping[str, Any], language: str) -> CheckResult:
    name = _test_name(test)
    phases = test.get("phases", {})
    if all(phases.get(phase) == "passed" for phase in ("setup", "call", "teardown")):
        return CheckResult(name, Verdict.PASSED)
    shown = {}
    if test.get("op") == "==":
        shown = {"actual": str(test["left"]), "expected": str(test["right"])}
    said = str(test.get("message") or "").split("\n")[0][:300]
    kind = test.get("error")
    verdict = Verdict.NOT_YET if kind in (None, "AssertionError", "Failed") else Verdict.CRASHED
    if verdict is Verdict.CRASHED and test.get("facts"):
        error = error_of(test["facts"])
        return not_met(name, verdict, general(error, language), language, error=error, **shown)
    found = Explanation("test", said) if said else about("test", language)
    return not_met(name, verdict, found, language, **shown)


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
