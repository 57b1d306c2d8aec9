"""The two sides of a check that was not met, and values that can be worked out without running anything."""

import ast
import math
import operator
import re
from functools import lru_cache

from .case import Case
from .sources import bound, functions, is_call, scope_of

MOST_WORDS = 400
"""Words of an output that are compared."""
BIGGEST = 10**12
"""Numbers beyond this are not worked out."""


def seen(case: Case) -> bool:
    """Whether there is a check with two whole sides: an output, or a value that was compared."""
    check = case.check
    if check is None or check.kind not in ("output", "call", "test"):
        return False
    return check.kind == "output" or bool(check.expected or check.actual)


def from_call(case: Case) -> bool:
    """Whether the check looks at a value, not at an output."""
    return case.check is not None and case.check.kind in ("call", "test")


def wanted(case: Case) -> str:
    """What was wanted, without the quotes of a text."""
    return _bare(case.check.expected, case.check.kind) if case.check else ""


def got(case: Case) -> str:
    """What came, without the quotes of a text."""
    return _bare(case.check.actual, case.check.kind) if case.check else ""


def _bare(side: str, kind: str) -> str:
    if kind in ("call", "test"):
        try:
            value = ast.literal_eval(side)
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            return side
        return value if isinstance(value, str) else side
    return side


def lines(text: str) -> list:
    """The lines with text in them, without blanks at both ends."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def words(text: str) -> list:
    """The words and numbers of an output."""
    return text.split()[:MOST_WORDS]


def bare_words(text: str) -> list:
    """The words without the commas, brackets and other signs around them."""
    return [word.strip(",;:!?()[]{}$€%\"'") for word in words(text)]


def as_number(word: str) -> float | None:
    """A word as a number; None if it is none."""
    return float(word) if re.fullmatch(r"-?\d{1,15}(\.\d{1,20})?", word) else None


def differing(case: Case) -> list:
    """The pairs (wanted, got) of words that differ; [] if one side has more words than the other."""
    want, have = bare_words(wanted(case)), bare_words(got(case))
    if len(want) != len(have):
        return []
    return [(one, other) for one, other in zip(want, have, strict=True) if one != other]


def only_letters_or_spaces(case: Case) -> bool:
    """Whether the two sides differ in capitals or spaces only: then the program does what it should."""
    plain = [re.sub(r"\s+", "", side).lower() for side in (wanted(case), got(case))]
    return plain[0] == plain[1]


def has_word(text: str, word: object) -> bool:
    """Whether a word stands in an output by itself."""
    return re.search(rf"(?<![\w.]){re.escape(str(word))}(?![\w]|\.\d)", text) is not None


def missing_from(case: Case, word: object) -> bool:
    """Whether a word is wanted and did not come."""
    return has_word(wanted(case), word) and not has_word(got(case), word)


def too_much(case: Case, word: object) -> bool:
    """Whether a word came that is not wanted."""
    return has_word(got(case), word) and not has_word(wanted(case), word)


_SIGNS = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv, ast.Mod: operator.mod,
}  # fmt: skip


def worked_out(case: Case, node, given: dict | None = None, depth: int = 12):
    """The number or text a piece of the program comes to; None if that can't be read off."""
    try:
        value = _work_out(case, node, given or {}, depth)
    except (ArithmeticError, TypeError, ValueError):
        return None
    if isinstance(value, (int, float)) and (abs(value) > BIGGEST or math.isnan(value)):
        return None
    return value[:1000] if isinstance(value, str) else value


def _work_out(case: Case, node, given: dict, depth: int):
    if depth == 0 or node is None:
        return None
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, (int, float, str)) else None
    if isinstance(node, ast.Name):
        return _name(case, node, given, depth)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_work_out(case, node.operand, given, depth - 1)
    if isinstance(node, ast.BinOp):
        return _two(case, node, given, depth)
    if is_call(node, "int", "float", "str", "round", "input", "abs", "len"):
        return _called(case, node, given, depth)
    return None


def _two(case: Case, node: ast.BinOp, given: dict, depth: int):
    left, right = (_work_out(case, side, given, depth - 1) for side in (node.left, node.right))
    if left is None or right is None:
        return None
    if isinstance(node.op, ast.Pow):
        return left**right if abs(right) <= 20 and abs(left) <= 10_000 else None
    if isinstance(left, str) or isinstance(right, str):
        return left + right if isinstance(node.op, ast.Add) and len(left) < 1000 else None
    return _SIGNS[type(node.op)](left, right) if type(node.op) in _SIGNS else None


def _called(case: Case, node: ast.Call, given: dict, depth: int):
    if node.func.id == "input":
        return typed_for(case, node)
    values = [_work_out(case, one, given, depth - 1) for one in node.args]
    if not values or None in values or node.keywords:
        return None
    return {"int": int, "float": float, "str": str, "round": round, "abs": abs, "len": len}[node.func.id](*values)


def _name(case: Case, node: ast.Name, given: dict, depth: int):
    if node.id in given:
        return given[node.id]
    scope = scope_of(case, node)
    places = [one for one in bound(case, node.id) if one.scope is scope] or [
        one for one in bound(case, node.id) if one.scope is None
    ]
    if [one for one in places if one.how == "given"] and case.check and case.check.op:
        return given_by_call(case, scope).get(node.id)
    line = getattr(node, "lineno", 0) or 10**9
    earlier = [one for one in places if one.line < line] or places
    if not earlier or earlier[-1].how != "assign" or earlier[-1].value is None:
        return None
    if any(part is node for part in ast.walk(earlier[-1].value)):
        return None
    return _work_out(case, earlier[-1].value, given, depth - 1)


@lru_cache(maxsize=64)
def _input_calls(case: Case) -> tuple:
    calls = [node for node in case.all(ast.Call) if is_call(node, "input")]
    return tuple(sorted(calls, key=lambda node: (node.lineno, node.col_offset)))


def typed_for(case: Case, node: ast.Call):
    """What was typed for one `input()`, counted from the top of the program."""
    calls = _input_calls(case)
    place = calls.index(node) if node in calls else -1
    typed = case.check.typed if case.check else ()
    return str(typed[place]) if 0 <= place < len(typed) else None


def given_by_call(case: Case, function: ast.AST | None = None) -> dict:
    """The plain values that the call of a check gives to a function's parameters, by their names."""
    call = call_of(case)
    made = next(iter(functions(case, call.func.id)), None) if is_call(call) else None
    if made is None or (function is not None and made is not function):
        return {}
    values = {}
    for one, value in zip(made.args.args, call.args, strict=False):
        try:
            values[one.arg] = ast.literal_eval(value)
        except (ValueError, TypeError):
            continue
    return values


def call_of(case: Case):
    """The call that a check makes; None if it makes none that can be read."""
    if case.check is None or case.check.kind != "call" or not case.check.op:
        return None
    try:
        return ast.parse(case.check.op, mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return None


def shown_as(value: object) -> str:
    """A worked-out value as print shows it."""
    return str(value)
