"""Mistakes that raise no error: tests, branches and excepts."""

import ast
import builtins
import itertools

from .case import Case, Found
from .outputs import got, has_word, only_letters_or_spaces, seen, too_much, wanted
from .sources import blocks, bound, code, from_input, functions, hands_back, is_call, kind_of, last_value, outer, prints  # noqa: F401

_MORE, _LESS = (ast.Gt, ast.GtE), (ast.Lt, ast.LtE)
_TURNED = {ast.Gt: ast.LtE, ast.GtE: ast.Lt, ast.Lt: ast.GtE, ast.LtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq}


def _tests(case: Case) -> list:
    """Every test of an if, a while, a conditional value or a comprehension, and every value that is handed back."""
    found = [node.test for node in case.all(ast.If, ast.While, ast.IfExp)]
    found += [test for node in case.all(ast.comprehension) for test in node.ifs]
    return found + [node.value for node in case.all(ast.Return) if node.value is not None]


def _not_the_logic(case: Case) -> bool:
    return seen(case) and only_letters_or_spaces(case)


def or_with_a_plain_value(case: Case):
    """`x == 1 or 2`."""
    for test in _tests(case):
        for node in ast.walk(test):
            if not isinstance(node, ast.BoolOp) or not isinstance(node.op, ast.Or):
                continue
            first = node.values[0]
            if not isinstance(first, ast.Compare) or not isinstance(first.ops[0], (ast.Eq, ast.NotEq)):
                continue
            for value in node.values[1:]:
                if isinstance(value, ast.Constant) and value.value and value.value is not True:
                    sign = "==" if isinstance(first.ops[0], ast.Eq) else "!="
                    fields = {"name": code(first.left, 12), "value": code(value, 12), "sign": sign}
                    return Found("or-value", value.lineno, fields)
    return None


def input_compared_with_a_number(case: Case):
    """`pin == 1234`, where pin is text."""
    for node in case.all(ast.Compare):
        sides = [node.left, *node.comparators]
        if len(sides) != 2 or not isinstance(node.ops[0], (ast.Eq, ast.NotEq, ast.In, ast.NotIn)):
            continue
        for one, other in (sides, sides[::-1]):
            if from_input(case, one) and kind_of(case, one) in ("text", "") and _is_number(case, other):
                return Found("text-is-not-number", node.lineno, {"name": code(one, 14), "value": code(other, 12)})
    return None


def _is_number(case: Case, node) -> bool:
    value = last_value(case, node)
    if isinstance(value, (ast.List, ast.Tuple, ast.Set)) and value.elts:
        return all(kind_of(case, part) in ("whole", "decimal") for part in value.elts)
    if isinstance(node, ast.Name) and len([one for one in bound(case, node.id) if one.how != "add"]) != 1:
        return False
    return kind_of(case, value) in ("whole", "decimal")


def _limit(test) -> tuple | None:
    """`score >= 50` as (score, kind of sign, 50)."""
    if not isinstance(test, ast.Compare) or len(test.ops) != 1:
        return None
    right = test.comparators[0]
    if isinstance(right, ast.UnaryOp) and isinstance(right.op, ast.USub) and isinstance(right.operand, ast.Constant):
        value = right.operand.value
        value = -value if isinstance(value, (int, float)) else None
    else:
        value = right.value if isinstance(right, ast.Constant) else None
    if type(value) not in (int, float):
        return None
    kind = "more" if isinstance(test.ops[0], _MORE) else "less" if isinstance(test.ops[0], _LESS) else ""
    return (ast.unparse(test.left), kind, value) if kind else None


def branch_that_is_never_reached(case: Case):
    """`if score >= 50 … elif score >= 90`."""
    for node in case.all(ast.If):
        above = [_limit(node.test)]
        branch = node
        while len(branch.orelse) == 1 and isinstance(branch.orelse[0], ast.If):
            branch = branch.orelse[0]
            one = _limit(branch.test)
            if one and any(other and _covers(other, one) for other in above):
                return Found("order-of-tests", branch.test.lineno, {"test": code(branch.test, 20)})
            above.append(one)
    return None


def _covers(above: tuple, below: tuple) -> bool:
    if above[:2] != below[:2]:
        return False
    return below[2] >= above[2] if above[1] == "more" else below[2] <= above[2]


def second_if_after_a_change(case: Case):
    """The first if changes the name that the second one asks about."""
    for block in blocks(case):
        for first, second in itertools.pairwise(block):
            if not isinstance(first, ast.If) or not isinstance(second, ast.If) or first.orelse:
                continue
            if isinstance(first.body[-1], (ast.Return, ast.Break, ast.Continue, ast.Raise)):
                continue
            changed = {
                part.id for part in ast.walk(first) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)
            }
            if _opposite(first.test, second.test) and changed & _names(first.test):
                name = min(changed & _names(first.test))
                if _both_ran(case, second):
                    return Found("two-ifs", second.lineno, {"name": name})
    return None


def _names(node) -> set:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


def _opposite(one, other) -> bool:
    if (
        not isinstance(one, ast.Compare)
        or not isinstance(other, ast.Compare)
        or len(one.ops) != 1
        or len(other.ops) != 1
    ):
        return False
    same = ast.unparse(one.left) == ast.unparse(other.left) and ast.unparse(one.comparators[0]) == ast.unparse(
        other.comparators[0]
    )
    return same and type(other.ops[0]) is _TURNED.get(type(one.ops[0]))


def _both_ran(case: Case, second: ast.If) -> bool:
    """Whether the output has something from the second if that is not wanted, as far as that can be seen."""
    if not seen(case):
        return False
    texts = [part.value for part in ast.walk(second) if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    if texts and case.check.kind == "output":
        return any(text and text in got(case) and text not in wanted(case) for text in texts)
    return wanted(case).strip() != got(case).strip()


def ifs_in_a_row(case: Case):
    """`if score >= 90 … if score >= 80 …`: the last one that is true wins, or all of them print."""
    if not seen(case) or _not_the_logic(case):
        return None
    for block in blocks(case):
        for first, second in itertools.pairwise(block):
            if not isinstance(first, ast.If) or not isinstance(second, ast.If) or first.orelse:
                continue
            one, other = _limit(first.test), _limit(second.test)
            if not one or not other or not _covers(other, one) or one[2] == other[2]:
                continue
            if _prints_or_sets_the_same(first, second) and _second_is_too_much(case, second):
                return Found("ifs-in-a-row", second.lineno, {"test": code(second.test, 18)})
    return None


def _prints_or_sets_the_same(first: ast.If, second: ast.If) -> bool:
    if isinstance(first.body[-1], (ast.Return, ast.Break, ast.Continue, ast.Raise)):
        return False
    sets = [
        {
            part.targets[0].id
            for part in node.body
            if isinstance(part, ast.Assign) and isinstance(part.targets[0], ast.Name)
        }
        for node in (first, second)
    ]
    both_print = all(
        any(is_call(getattr(part, "value", None), "print") for part in node.body) for node in (first, second)
    )
    return bool(sets[0] & sets[1]) or both_print


def _texts(node) -> list:
    return [
        part.value
        for part in ast.walk(node)
        if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value
    ]


def _second_is_too_much(case: Case, second: ast.If) -> bool:
    """Whether what the second if says came although it is not wanted."""
    said = [text for part in second.body for text in _texts(part)]
    return any(text in got(case) and text not in wanted(case) for text in said)


def calls_left_off_in_tests(case: Case):
    """`if word.isdigit:` is always true."""
    asks = set(
        "isdigit isalpha isupper islower isnumeric isspace isalnum startswith endswith isdecimal istitle".split()
    )
    for node in case.all(ast.Attribute):
        around = outer(case, node)
        if node.attr in asks and around and not (isinstance(around[0], ast.Call) and around[0].func is node):
            return Found("call-left-off", node.lineno, {"name": code(node, 16)})
    return None


def is_for_equal(case: Case):
    """`a is b`, where the values are compared."""
    for node in case.all(ast.Compare):
        for sign, right in zip(node.ops, node.comparators, strict=True):
            if not isinstance(sign, (ast.Is, ast.IsNot)):
                continue
            kinds = {kind_of(case, side) for side in (node.left, right)}
            plain = any(
                isinstance(side, ast.Constant)
                and isinstance(side.value, (int, float, str))
                and not isinstance(side.value, bool)
                for side in (node.left, right)
            )
            if plain or (not kinds & {"none", "bool"} and _same_wanted(case, node)):
                return Found("is-for-equal", node.lineno, {"left": code(node.left, 12), "right": code(right, 12)})
    return None


def _same_wanted(case: Case, node: ast.Compare) -> bool:
    if not seen(case) or any(is_call(side, "type") for side in (node.left, *node.comparators)):
        return False
    if any(isinstance(side, ast.Constant) for side in (node.left, *node.comparators)):
        return False
    around = outer(case, node)
    if around and isinstance(around[0], (ast.If, ast.While, ast.IfExp, ast.BoolOp)):
        return not _not_the_logic(case)
    return too_much(case, "False") and has_word(wanted(case), "True")


def except_that_catches_all(case: Case):
    """A bare except that hides the error: its words come, and are not wanted."""
    for node in case.all(ast.Try):
        for handler in node.handlers:
            wide = handler.type is None or getattr(handler.type, "id", "") in ("Exception", "BaseException")
            said = [text for part in handler.body for text in _texts(part)]
            came = seen(case) and any(text.strip() in got(case) and text.strip() not in wanted(case) for text in said)
            if wide and came:
                if name := _unknown_inside(case, node):
                    return Found("except-hides/name", handler.lineno, {"name": name})
                return Found("except-hides", handler.lineno)
    return None


def _unknown_inside(case: Case, node: ast.Try) -> str:
    for part in (one for statement in node.body for one in ast.walk(statement)):
        read = isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load)
        if read and not bound(case, part.id) and not hasattr(builtins, part.id):
            return part.id
    return ""


def wide_except_first(case: Case):
    """`except Exception` above `except ValueError`."""
    for node in case.all(ast.Try):
        above = []
        for handler in node.handlers:
            for one in _kinds_of(handler):
                if any(issubclass(one, wide) for wide in above):
                    return Found("except-order/wide", handler.lineno, {"kind": one.__name__})
            above += _kinds_of(handler)
    return None


def _kinds_of(handler: ast.ExceptHandler) -> list:
    names = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    found = [getattr(builtins, getattr(name, "id", ""), None) for name in names]
    return [one for one in found if isinstance(one, type) and issubclass(one, BaseException)]


def asks_for_true(case: Case):
    """`if done == True:`."""
    for node in case.all(ast.Compare):
        if len(node.ops) == 1 and isinstance(node.ops[0], (ast.Eq, ast.NotEq, ast.Is)):
            right = node.comparators[0]
            if isinstance(right, ast.Constant) and right.value is True:
                return Found("equals-true", node.lineno, {"name": code(node.left, 16)})
            if isinstance(right, ast.Constant) and right.value is False:
                return Found("equals-false", node.lineno, {"name": code(node.left, 16)})
    return None


def if_that_makes_true_or_false(case: Case):
    """`if age >= 18: return True else: return False`."""
    for block in blocks(case):
        for place, node in enumerate(block):
            if not isinstance(node, ast.If) or len(node.body) != 1:
                continue
            other = node.orelse or block[place + 1 : place + 2]
            values = [_truth(part) for part in (node.body[0], other[0] if len(other) == 1 else None)]
            if set(values) == {True, False}:
                return Found("if-for-true", node.lineno, {"test": code(node.test, 20)})
    return None


def _truth(node):
    value = getattr(node, "value", None) if isinstance(node, ast.Return) else None
    return value.value if isinstance(value, ast.Constant) and isinstance(value.value, bool) else None


RULES = (
    or_with_a_plain_value,
    input_compared_with_a_number,
    branch_that_is_never_reached,
    second_if_after_a_change,
    ifs_in_a_row,
    wide_except_first,
    except_that_catches_all,
    calls_left_off_in_tests,
    is_for_equal,
)
STYLE = (asks_for_true, if_that_makes_true_or_false)
