"""Values of a kind that does not fit: TypeErrors of operators, brackets, loops and functions."""

import ast
import re

from .brackets import (
    brackets_without_a_comma,
    call_without_brackets,
    comma_that_makes_a_tuple,
    not_a_function,
    square_brackets_for_a_call,
)  # fmt: skip
from .case import Case, Found
from .operands import ORDER, candidates, is_type_error, operands, pair
from .sources import (
    GIVE_NONE,
    bound,
    code,
    from_input,
    functions,
    hands_back,
    is_call,
    is_method,
    kind_of,
    last_value,
    methods,
    on_line,
    prints,
)  # fmt: skip

_SIGNS = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%", ast.Pow: "**",
    ast.Lt: "<", ast.Gt: ">", ast.LtE: "<=", ast.GtE: ">=",
}  # fmt: skip
_NUMBERS = ("int", "float")


def text_from_input(case: Case):
    """Text from `input()` where a number is meant."""
    if not is_type_error(case):
        return None
    sign, *kinds = pair(case)
    if "str" in kinds or (sign == "*" and "sequence" in kinds):
        if "NoneType" in kinds or "list" in kinds:
            return None
        for node in operands(case):
            if from_input(case, node) and kind_of(case, node) in ("text", ""):
                return Found("input-is-text", case.error_line, _input_fields(node))
    if "'str' object cannot be interpreted as an integer" in case.message:
        for call in on_line(case, ast.Call):
            for node in call.args:
                if from_input(case, node):
                    return Found("input-is-text", case.error_line, _input_fields(node))
    return None


def _input_fields(node) -> dict:
    return {"name": node.id if isinstance(node, ast.Name) else "input()"}


def group_functions(case: Case):
    """`sum`, `max` and `sorted` over values of two kinds."""
    if not is_type_error(case):
        return None
    sign, one, other = pair(case)
    sums = [call for call in on_line(case, ast.Call) if is_call(call, "sum")]
    if (sign, one, other) == ("+", "int", "str") and sums and not _plain_plus(case):
        return Found("sum-of-text", case.error_line)
    sorts = [
        call for call in on_line(case, ast.Call) if is_call(call, "sorted", "max", "min") or is_method(call, "sort")
    ]
    if sign in ("<", ">") and sorts and not on_line(case, ast.Compare):
        if {one, other} & {"int", "float"} and "str" in (one, other):
            return Found("mixed-kinds", case.error_line)
        return Found("no-order", case.error_line, {"kind": one})
    if sign == "<" and any(is_method(call, "sleep") or is_call(call, "sleep") for call in on_line(case, ast.Call)):
        return Found("sleep-needs-number", case.error_line)
    return None


def _plain_plus(case: Case) -> bool:
    return any(isinstance(node.op, ast.Add) for node in on_line(case, ast.BinOp, ast.AugAssign))


def nothing_where_a_value_is_meant(case: Case):
    """None, and where it came from: a function that only prints, one without return, sort(), print()."""
    if "NoneType" not in case.message or case.kind not in ("TypeError", "AttributeError") or "callable" in case.message:
        return None
    for node in candidates(case):
        if found := _where_none_comes_from(case, node):
            return found
    return _none_itself(case)


def _where_none_comes_from(case: Case, node):
    value = last_value(case, node)
    if isinstance(value, ast.Name):
        places = [one.value for one in bound(case, value.id) if one.how == "assign" and one.value is not None]
        giving = [one for one in places if is_method(one, *GIVE_NONE) or is_call(one)]
        value = giving[-1] if giving else value
    if is_call(value, "print"):
        return Found("none-from-print", case.error_line)
    if is_method(value, *GIVE_NONE) and not _is_own_method(case, value):
        return Found("sort-gives-none", value.lineno, _none_fields(value))
    made = None
    if is_call(value):
        made = next(iter(functions(case, value.func.id)), None)
    elif is_method(value):
        made = next(iter(methods(case, value.func.attr)), None)
    if made is None:
        return None
    fields = {"function": made.name}
    if not hands_back(made):
        shown = prints(made)
        if shown:
            return Found("print-not-return", shown[-1].lineno, fields)
        return Found("no-return", made.lineno, fields)
    return Found("return-in-branch", made.lineno, fields)


def _is_own_method(case: Case, call) -> bool:
    return bool(methods(case, call.func.attr))


def _none_fields(call) -> dict:
    return {"method": call.func.attr, "value": code(call.func.value, 16)}


def _none_itself(case: Case):
    if found := re.search(r"'NoneType' object has no attribute '(\w+)'", case.message):
        return Found("none-has-no", case.error_line, {"name": found[1]})
    return Found("none", case.error_line)


def text_and_number(case: Case):
    """Text and a number in one sum, or compared by size."""
    if not is_type_error(case):
        return None
    sign, one, other = pair(case)
    kinds = {one, other}
    if kinds == {"str"} and sign in ("-", "/", "//", "*", "**"):
        return Found("text-in-maths", case.error_line, {"sign": sign})
    if "str" not in kinds or not kinds & {"int", "float", "bool"}:
        if sign == "*" and one == "sequence":
            return Found("text-times-text" if other == "str" else "times-whole-only", case.error_line)
        return None
    if sign == "+":
        number = _number_beside_text(case)
        return Found("text-plus-number", case.error_line, {"value": number})
    if sign in ("<", ">", "<=", ">="):
        if sign not in case.line and not any(other in case.line for other in "<>"):
            return None
        return Found("text-compared", case.error_line, {"sign": sign})
    return Found("text-in-maths", case.error_line, {"sign": sign})


def _number_beside_text(case: Case) -> str:
    """The value beside the text, as it is written: what `str()` should go around."""
    for node in operands(case):
        if kind_of(case, node) in ("whole", "decimal", "bool"):
            return code(node, 14)
    for node in operands(case):
        if isinstance(node, ast.Name) and kind_of(case, node) != "text":
            return code(node, 14)
    return "..."


def loop_over_something_else(case: Case):
    """A loop, or a function that needs a group of values, over one number."""
    found = re.search(r"'([\w.]+)' object is not iterable", case.message)
    if not is_type_error(case) or not found:
        return None
    for loop in case.all(ast.For):
        if loop.iter.lineno == case.error_line and found[1] in ("int", "float"):
            value = loop.iter
            if is_call(value, "len"):
                return Found("loop-over-number", case.error_line, {"value": code(value, 18)})
            if kind_of(case, value) in ("whole", "decimal", ""):
                return Found("loop-over-number", case.error_line, {"value": code(value, 18)})
    if found[1] in ("int", "float"):
        for call in on_line(case, ast.Call):
            if is_call(call, "max", "min", "sum", "list", "sorted", "set", "tuple", "any", "all"):
                return Found("number-not-group", case.error_line, {"name": call.func.id})
    return None


def place_of_another_kind(case: Case):
    """Text or a decimal in the square brackets of a list."""
    found = re.search(
        r"(list|string|tuple|range)? ?indices must be integers(?: or slices)?, not '?([\w.]+)'?", case.message
    )
    if not is_type_error(case) or not found:
        return None
    for node in on_line(case, ast.Subscript):
        if isinstance(node.slice, ast.Name) and _is_item_of(case, node):
            return Found("item-as-place", case.error_line, {"name": node.slice.id, "list": code(node.value, 14)})
    if found[2] == "float":
        return Found("place-not-whole", case.error_line)
    for node in on_line(case, ast.Subscript):
        if from_input(case, node.slice):
            return Found("input-as-place", case.error_line, {"name": code(node.slice, 14)})
    if found[2] == "tuple":
        return Found("place-two-numbers", case.error_line)
    return Found("place-not-number", case.error_line, {"kind": found[1] or "list"})


def _is_item_of(case: Case, node) -> bool:
    return any(
        one.how in ("for", "inner") and one.value is not None and ast.unparse(one.value) == ast.unparse(node.value)
        for one in bound(case, node.slice.id)
    )


def sum_of_a_list(case: Case):
    """`nums + 3`, where append is meant."""
    if not is_type_error(case):
        return None
    sign, one, other = pair(case)
    if "can only concatenate list" in case.message:
        for node in on_line(case, ast.BinOp, ast.AugAssign):
            left = node.left if isinstance(node, ast.BinOp) else node.target
            right = node.right if isinstance(node, ast.BinOp) else node.value
            if isinstance(left, ast.Name):
                return Found("list-plus-item", case.error_line, {"name": left.id, "item": code(right, 14)})
        return Found("list-plus-other", case.error_line)
    if sign == "+" and "list" in (one, other):
        return Found("list-plus-other", case.error_line)
    if sign in ("-", "/", "//", "%", "**", "*") and "list" in (one, other):
        return Found("list-maths", case.error_line, {"sign": sign})
    if (one, other) == ("dict", "dict"):
        return Found("dict-merge", case.error_line)
    return None


def kinds_that_have_no_order(case: Case):
    """A list compared with a number by size, and other pairs."""
    found = ORDER.search(case.message)
    if not is_type_error(case) or not found or not re.search(r"[<>]", case.line):
        return None
    return Found("kinds-compared", case.error_line, {"sign": found[1], "one": found[2], "other": found[3]})


def operator_of_an_own_class(case: Case):
    """Objects of a class of the program, added or compared by size."""
    sign, one, other = pair(case)
    own = {node.name for node in case.all(ast.ClassDef)}
    if is_type_error(case) and own & {one, other}:
        slug = "own-compare" if sign in ("<", ">", "<=", ">=") else "own-plus"
        return Found(slug, case.error_line, {"name": one if one in own else other, "sign": sign})
    return None


def function_with_another_kind(case: Case):
    """`len(5)`, `int([1])`, `",".join([1])`: a value that one function can't use."""
    if not is_type_error(case):
        return None
    if found := re.search(r"object of type '(\w+)' has no len\(\)", case.message):
        return Found("len-of-number" if found[1] in ("int", "float") else "len-of-other", case.error_line)
    if found := re.search(r"^(int|float)\(\) argument must be .* not '(\w+)'", case.message):
        if found[2] == "NoneType":
            return Found("number-from-none", case.error_line, {"name": found[1]})
        return Found("number-from-list", case.error_line, {"name": found[1], "kind": found[2]})
    if found := re.search(r"'(\w+)' object cannot be interpreted as an integer", case.message):
        return Found("needs-whole", case.error_line, {"name": _tool_on_line(case), "kind": found[1]})
    return None


def _tool_on_line(case: Case) -> str:
    names = [call.func.id for call in on_line(case, ast.Call) if isinstance(call.func, ast.Name)]
    return next(
        (name for name in names if name in ("range", "chr", "round", "bin", "hex")), names[0] if names else "range"
    )


def value_that_stays(case: Case):
    """One place of a text, a tuple or a number set to something else."""
    found = re.search(r"'(\w+)' object does(?:n't| not) support item (assignment|deletion)", case.message)
    if not is_type_error(case) or not found:
        return None
    if found[1] == "str":
        for node in on_line(case, ast.Subscript):
            return Found("text-stays", case.error_line, {"name": code(node.value, 12)})
    if found[1] in ("int", "float", "NoneType"):
        return Found("number-no-places", case.error_line)
    return Found("tuple-stays" if found[1] == "tuple" else "item-stays", case.error_line)


RULES = (
    text_from_input,
    nothing_where_a_value_is_meant,
    group_functions,
    comma_that_makes_a_tuple,
    brackets_without_a_comma,
    call_without_brackets,
    square_brackets_for_a_call,
    not_a_function,
    operator_of_an_own_class,
    text_and_number,
    sum_of_a_list,
    loop_over_something_else,
    place_of_another_kind,
    function_with_another_kind,
    value_that_stays,
    kinds_that_have_no_order,
)
