"""Ask the sandbox what went on. It looks at the program in a fresh instance, which never runs it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from exercises import Limits

from ..outcome import MAX_LINE, Ending, Job, Outcome, Place, ProgramError
from .catalogue import ENGLISH, about, knows
from .explanation import Explanation
from .guesses import without_misleading_guesses

LIMITS = Limits(cpu=3.0, wall=20.0)
LONGEST_FIELD = 40
"""Characters of what is filled into a sentence."""
LONGEST_SIDE = 4000
"""Characters of an output that are looked at."""

_ENDINGS = {
    Ending.CPU: "endless", Ending.WALL: "waits", Ending.MEMORY: "memory", Ending.OUTPUT: "output", Ending.FILES: "files",
    Ending.STACK: "endless-calls", Ending.DIED: "died", Ending.STOPPED: "stopped",
}  # fmt: skip


def explain(
    sandbox: Place, code: str, outcome: Outcome, language: str = ENGLISH, *, style: bool = False
) -> Explanation | None:
    """What went on in a run that a person watched; None if it went well. `style` asks for shorter ways to say it, too.

    Raises `SandboxError`.
    """
    at_first_sight = first_sight(outcome, language)
    if not style and (at_first_sight is None or outcome.ending in (Ending.STOPPED, Ending.WALL)):
        return at_first_sight
    return look_closer(sandbox, code, outcome, language=language, style=style) or at_first_sight


def first_sight(outcome: Outcome, language: str = ENGLISH) -> Explanation | None:
    """What kept a program from reaching its end, as far as can be said without looking at the program."""
    if outcome.ending in _ENDINGS:
        return about(_ENDINGS[outcome.ending], language)
    return general(outcome.error, language) if outcome.error else None


def general(error: ProgramError, language: str = ENGLISH) -> Explanation:
    """What can be said about every error message."""
    python = without_misleading_guesses(error.traceback, "error", {})
    return about("error", language, line=error.line, python=python, fields={"kind": _short(error.kind)})


def look_closer(
    sandbox: Place,
    code: str,
    outcome: Outcome,
    checks: Sequence[Mapping[str, Any]] = (),
    language: str = ENGLISH,
    *,
    error: ProgramError | None = None,
    style: bool = False,
) -> Explanation | None:
    """What the sandbox finds in the program and the checks it did not meet, or None. Raises `SandboxError`.

    `error` stands for the outcome's own, where that is an error of the tests.
    """
    error = error or outcome.error
    case = {
        "error": _as_data(error) if error else None,
        "ending": outcome.ending.value,
        "checks": [_cut(check) for check in checks],
        "style": style,
    }
    done = sandbox.run(Job("explain", code, case=case, limits=LIMITS))
    findings = (done.facts or {}).get("findings")
    for finding in findings if isinstance(findings, list) else []:
        if said := _explanation(finding, error.traceback if error else "", language):
            return said
    return None


def _as_data(error: ProgramError) -> dict[str, Any]:
    return {
        "kind": error.kind,
        "message": error.message,
        "line": error.line,
        "name": error.name,
        "traceback": error.traceback,
    }


def _cut(check: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value[:LONGEST_SIDE] if isinstance(value, str) else value for key, value in check.items()}


def _explanation(finding: object, python: str, language: str) -> Explanation | None:
    """What a finding says; None if it is not one. Nothing that comes out of a sandbox is trusted."""
    if not isinstance(finding, dict) or not knows(finding.get("slug")):
        return None
    line, fields = finding.get("line"), finding.get("fields")
    if type(line) is not int or not 1 <= line <= MAX_LINE:
        line = None
    if not isinstance(fields, dict):
        return None
    given = {name: _short(text) for name, text in fields.items() if isinstance(name, str) and isinstance(text, str)}
    shown = without_misleading_guesses(python, finding["slug"], given)
    try:
        return about(finding["slug"], language, line=line, python=shown, fields=given)
    except KeyError:
        return None


def _short(text: str) -> str:
    plain = "".join(sign if sign.isprintable() else " " for sign in text)
    return plain if len(plain) <= LONGEST_FIELD else plain[: LONGEST_FIELD - 3] + "..."
