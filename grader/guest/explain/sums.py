"""Mistakes that raise no error: sums, numbers as text, and what = does."""

import ast
import itertools
import math
import re

from .case import Case, Found
from .outputs import (
    as_number,
    differing,
    got,
    has_word,
    missing_from,
    only_letters_or_spaces,
    seen,
    wanted,
    worked_out,
)  # fmt: skip
from .sources import (
    blocks,
    bound,
    code,
    from_input,
    is_call,
    kind_of,
    last_value,
    names_in,
    outer,
)

_BITS = (ast.BitAnd, ast.BitOr, ast.LShift, ast.RShift)


def equals_two_times(case: Case):
    """`total == total + 1` on a line by itself changes nothing."""
    for node in case.all(ast.Expr):
        value = node.value
        if isinstance(value, ast.Compare) and isinstance(value.ops[0], ast.Eq) and isinstance(value.left, ast.Name):
            return Found("equals-twice", node.lineno, {"name": value.left.id})
    return None


def plus_behind_the_sign(case: Case):
    """`total =+ 1` sets total to +1."""
    for node in case.all(ast.Assign):
        signed = isinstance(node.value, ast.UnaryOp) and isinstance(node.value.op, (ast.UAdd, ast.USub))
        if signed and (found := re.match(r"\s*(\w+)\s*=([+-])\s", case.text(node.lineno))):
            return Found("sign-turned", node.lineno, {"name": found[1], "sign": found[2]})
    return None


def swap_that_loses_a_value(case: Case):
    """`a = b` and then `b = a`."""
    for block in blocks(case):
        for first, second in itertools.pairwise(block):
            one, other = _copy(first), _copy(second)
            if one and other and one == other[::-1] and one[0] != one[1]:
                return Found("swap", first.lineno, {"one": one[0], "other": one[1]})
    return None


def _copy(statement) -> tuple | None:
    if (
        isinstance(statement, ast.Assign)
        and isinstance(statement.value, ast.Name)
        and isinstance(statement.targets[0], ast.Name)
    ):
        return statement.targets[0].id, statement.value.id
    return None


def equals_read_the_other_way(case: Case):
    """`a = b`, where b should get the value of a."""
    pairs = differing(case) if seen(case) else []
    for node in case.all(ast.Assign) if pairs else []:
        copy = _copy(node)
        if not copy:
            continue
        places = {
            name: [one for one in bound(case, name) if one.line < node.lineno and one.value is not None]
            for name in copy
        }
        values = [worked_out(case, places[name][-1].value) if places[name] else None for name in copy]
        if None in values or values[0] == values[1]:
            continue
        if all(pair == (str(values[0]), str(values[1])) for pair in pairs):
            return Found("equals-turned", node.lineno, {"left": copy[0], "right": copy[1]})
    return None


def formula_that_stays(case: Case):
    """`total = price * 2`, and price changes below it."""
    if not seen(case) or only_letters_or_spaces(case):
        return None
    for block in blocks(case):
        sets = [node for node in block if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)]
        for place, node in enumerate(sets):
            read = names_in(node.value) - {node.targets[0].id}
            for later in sets[place + 1 :] if read else []:
                if later.targets[0].id in read and _old_one_came(case, node, later):
                    return Found(
                        "formula-stays", node.lineno, {"total": node.targets[0].id, "name": later.targets[0].id}
                    )
    return None


def _old_one_came(case: Case, node: ast.Assign, later: ast.Assign) -> bool:
    """Whether the output has what a formula came to at first, and what it comes to with a later value is wanted."""
    changed = {later.targets[0].id: worked_out(case, later.value)}
    old, new = worked_out(case, node.value), worked_out(case, node.value, changed)
    if new is None or old == new or any(one.line > later.lineno for one in bound(case, node.targets[0].id)):
        return False
    return missing_from(case, new) and has_word(got(case), old)


def brackets_left_out(case: Case):
    """`10 + 20 / 2` for an average."""
    if not seen(case):
        return None
    for node in case.all(ast.BinOp):
        if not isinstance(node.op, (ast.Add, ast.Sub)):
            continue
        right = node.right
        if (
            not isinstance(right, ast.BinOp)
            or not isinstance(right.op, (ast.Div, ast.FloorDiv, ast.Mult))
            or _in_brackets(case, right)
        ):
            continue
        other = ast.BinOp(ast.BinOp(node.left, node.op, right.left), right.op, right.right)
        came, meant = worked_out(case, node), worked_out(case, other)
        if came is not None and meant is not None and came != meant and _number_missing(case, meant):
            fields = {
                "part": code(right, 16),
                "left": code(ast.BinOp(node.left, node.op, right.left), 20),
                "sign": _sign(right.op),
            }
            return Found("brackets-left-out", node.lineno, fields)
    return None


def _in_brackets(case: Case, node) -> bool:
    before = case.text(node.lineno)[: node.col_offset].rstrip()
    return (
        before.endswith("(")
        and node.lineno == (node.end_lineno or 0)
        and case.text(node.lineno)[node.end_col_offset :].lstrip().startswith(")")
        and not before[:-1].rstrip().endswith(tuple("abcdefghijklmnopqrstuvwxyz_"))
    )


def _sign(op) -> str:
    return {ast.Div: "/", ast.FloorDiv: "//", ast.Mult: "*"}[type(op)]


def _number_missing(case: Case, number) -> bool:
    """Whether a number is wanted, in one of the ways it can be shown, and did not come."""
    shown = (
        {str(number), str(round(number, 2)), f"{number:.2f}", f"{number:.1f}"}
        if isinstance(number, float)
        else {str(number)}
    )
    if isinstance(number, float) and number.is_integer():
        shown.add(str(int(number)))
    return any(has_word(wanted(case), one) for one in shown) and not any(has_word(got(case), one) for one in shown)


def division_gives_a_decimal(case: Case):
    """3.0 came and 3 is wanted."""
    pairs = differing(case) if seen(case) else []
    point = [pair for pair in pairs if pair[1] == pair[0] + ".0"]
    if not pairs or point != pairs:
        return None
    divisions = [node for node in case.all(ast.BinOp, ast.AugAssign) if isinstance(node.op, ast.Div)]
    if divisions:
        return Found("division-decimal", divisions[0].lineno, {"came": point[0][1], "wanted": point[0][0]})
    for call in case.all(ast.Call):
        if is_call(call, "float"):
            return Found("float-decimal", call.lineno, {"came": point[0][1]})
    return None


def division_drops_the_rest(case: Case):
    """`//`, where the part after the point is wanted."""
    pairs = [(as_number(one), as_number(other)) for one, other in differing(case)] if seen(case) else []
    whole = [node for node in case.all(ast.BinOp, ast.AugAssign) if isinstance(node.op, ast.FloorDiv)]
    if not pairs or not whole or any(None in pair for pair in pairs):
        return None
    if all(one != other and math.floor(one) == other and one != int(one) for one, other in pairs):
        return Found("whole-division", whole[0].lineno)
    return None


def hat_for_power(case: Case):
    """`2 ^ 3`."""
    text = " ".join(case.lines)
    if any(isinstance(node.op, _BITS) for node in case.all(ast.BinOp)) or re.search(r"\bbin\(|\b0b|\bhex\(|~", text):
        return None
    for node in case.all(ast.BinOp):
        if (
            not isinstance(node.op, ast.BitXor)
            or kind_of(case, node.left) in ("set", "bool")
            or isinstance(node.left, ast.Compare)
        ):
            continue
        meant = worked_out(case, ast.copy_location(ast.BinOp(node.left, ast.Pow(), node.right), node))
        small = isinstance(node.right, ast.Constant) and node.right.value in (2, 3)
        if small or (meant is not None and seen(case) and missing_from(case, meant)):
            return Found("hat-for-power", node.lineno, {"left": code(node.left, 12), "right": code(node.right, 8)})
    return None


def decimals_compared(case: Case):
    """`0.1 + 0.2 == 0.3`."""
    for node in case.all(ast.Compare):
        if len(node.ops) != 1 or not isinstance(node.ops[0], (ast.Eq, ast.NotEq)):
            continue
        for side in (node.left, node.comparators[0]):
            value = last_value(case, side)
            if isinstance(value, ast.BinOp) and _has_decimals(case, value) and _nearly_the_same(case, node):
                return Found("decimals-equal", node.lineno)
    return None


def _has_decimals(case: Case, node) -> bool:
    """Whether a sum has decimals that a computer can't keep exactly; 0.5 and 0.25 it can."""
    parts = [last_value(case, part) for part in ast.walk(node) if isinstance(part, (ast.Constant, ast.Name))]
    return any(
        isinstance(part, ast.Constant) and isinstance(part.value, float) and part.value * 1024 % 1 for part in parts
    )


def _nearly_the_same(case: Case, node: ast.Compare) -> bool:
    values = [worked_out(case, side) for side in (node.left, node.comparators[0])]
    if None in values or any(isinstance(value, str) for value in values):
        return seen(case)
    return values[0] != values[1] and math.isclose(*values)


def digits_too_many(case: Case):
    """3.3333333333333335 came and 3.33 is wanted; or 2.5 came and 2.50 is wanted."""
    pairs = differing(case) if seen(case) else []
    numbers = [(one, other, as_number(one), as_number(other)) for one, other in pairs]
    if not numbers or any(None in one for one in numbers):
        return None
    for one, other, want, have in numbers:
        places = len(one.partition(".")[2])
        if f"{have:.{places}f}" != one and str(round(have, places)) != one:
            return None
        if want == have and len(one) < len(other):
            return None
    one, other = pairs[0]
    places = len(one.partition(".")[2])
    if len(one) > len(other):
        return Found("two-places", None, {"came": other, "wanted": one, "places": places})
    long = len(other.partition(".")[2]) > 2
    return Found("digits-too-many", None, {"came": other[:8], "places": places}) if long and places else None


def int_cuts(case: Case):
    """`int(3.9)`, where 4 is wanted."""
    pairs = differing(case) if seen(case) else []
    for call in case.all(ast.Call) if pairs else []:
        if not is_call(call, "int") or len(call.args) != 1 or from_input(case, call.args[0]):
            continue
        value = worked_out(case, call.args[0])
        numbers = [(as_number(one), as_number(other)) for one, other in pairs]
        if any(None in pair for pair in numbers):
            return None
        if isinstance(value, float):
            if all(pair == (float(round(value)), float(int(value))) for pair in numbers):
                return Found("int-cuts", call.lineno, {"value": code(call.args[0], 14)})
        elif (
            value is None
            and any(isinstance(part, ast.BinOp) and isinstance(part.op, ast.Div) for part in ast.walk(call))
            and all(abs(one - other) == 1 for one, other in numbers)
        ):
            return Found("int-cuts", call.lineno, {"value": code(call.args[0], 14)})
    return None


def digits_joined_or_repeated(case: Case):
    """Numbers as text: `"5" * 3` gives 555, and "3" + "4" gives 34."""
    if not seen(case):
        return None
    for node in case.all(ast.BinOp, ast.AugAssign):
        left = node.left if isinstance(node, ast.BinOp) else node.target
        right = node.right if isinstance(node, ast.BinOp) else node.value
        if not isinstance(node.op, (ast.Mult, ast.Add)):
            continue
        one, other = worked_out(case, left), worked_out(case, right)
        if one is None or other is None or not (isinstance(one, str) or isinstance(other, str)):
            continue
        if as_number(str(one)) is None or as_number(str(other)) is None:
            continue
        if isinstance(node.op, ast.Mult):
            text, times = (one, other) if isinstance(one, str) else (other, one)
            if (
                isinstance(times, int)
                and 0 < times < 50
                and _number_missing(case, _number(text) * times)
                and text * times in got(case)
            ):
                name = code(left if isinstance(one, str) else right, 12)
                return Found("text-repeated", node.lineno, {"name": name, "came": (text * times)[:10]})
        elif _joined(case, one, other):
            return Found("text-joined", node.lineno, {"one": code(left, 12), "came": (one + other)[:10]})
    return None


def _joined(case: Case, one, other) -> bool:
    """Whether two texts came as one, where the sum of their numbers is wanted."""
    if not isinstance(one, str) or not isinstance(other, str) or one + other not in got(case):
        return False
    return _number_missing(case, _number(one) + _number(other))


def _number(text: str):
    return float(text) if "." in text else int(text)


def value_dropped(case: Case):
    """`x + 1` on a line by itself."""
    for node in case.all(ast.Expr):
        value = node.value
        if (
            isinstance(value, ast.BinOp)
            and isinstance(value.op, (ast.Add, ast.Sub, ast.Mult, ast.Div))
            and names_in(value)
        ):
            names = [part.id for part in ast.walk(value) if isinstance(part, ast.Name)]
            if not outer(case, node, ast.Try):
                return Found("value-dropped", node.lineno, {"code": code(value, 16), "name": names[0]})
    return None


RULES = (
    equals_two_times,
    plus_behind_the_sign,
    swap_that_loses_a_value,
    digits_joined_or_repeated,
    brackets_left_out,
    division_gives_a_decimal,
    division_drops_the_rest,
    hat_for_power,
    decimals_compared,
    int_cuts,
    digits_too_many,
    formula_that_stays,
    equals_read_the_other_way,
    value_dropped,
)
