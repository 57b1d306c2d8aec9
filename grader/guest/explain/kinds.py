"""Values of a kind that does not fit: TypeErrors of operators, brackets, loops and functions."""

import ast
import re

from .case import Case, Found
from .sources import (
    FUNCTIONS, GIVE_NONE, TOOLS, bound, code, from_input, functions, hands_back, is_call, is_method, kind_of, last_value,
    methods, on_line, outer, prints,
)  # fmt: skip

_SIGNS = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%", ast.Pow: "**",
    ast.Lt: "<", ast.Gt: ">", ast.LtE: "<=", ast.GtE: ">=",
}  # fmt: skip
_NUMBERS = ("int", "float")
_TWO = re.compile(r"unsupported operand type\(s\) for (\S+?)=?: '([\w.]+)' and '([\w.]+)'")
_ORDER = re.compile(r"'(\S+)' not supported between instances of '([\w.]+)' and '([\w.]+)'")


def _is_type_error(case: Case) -> bool:
    return case.kind == "TypeError"


def _operands(case: Case) -> list:
    """The values that operators on the line of the error work with, inner ones first."""
    found = []
    for node in reversed(on_line(case, ast.BinOp, ast.Compare, ast.AugAssign)):
        if isinstance(node, ast.BinOp):
            found += [node.left, node.right]
        elif isinstance(node, ast.Compare):
            found += [node.left, *node.comparators]
        else:
            found += [node.value, node.target]
    return found


def _pair(case: Case) -> tuple:
    """The sign and the two kinds a message is about."""
    for pattern in (_TWO, _ORDER):
        if found := pattern.search(case.message):
            return found[1], found[2], found[3]
    if found := re.search(r'can only concatenate (\w+) \(not "([\w.]+)"\) to', case.message):
        return "+", found[1], found[2]
    if found := re.search(r"can't multiply sequence by non-int of type '(\w+)'", case.message):
        return "*", "sequence", found[1]
    return "", "", ""


def text_from_input(case: Case):
    """Text from `input()` where a number is meant."""
    if not _is_type_error(case):
        return None
    sign, *kinds = _pair(case)
    if "str" in kinds or (sign == "*" and "sequence" in kinds):
        if "NoneType" in kinds or "list" in kinds:
            return None
        for node in _operands(case):
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
    if not _is_type_error(case):
        return None
    sign, one, other = _pair(case)
    if sign == "+" and (one, other) == ("int", "str") and any(is_call(call, "sum") for call in on_line(case, ast.Call)):
        if not _plain_plus(case):
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
    for node in _candidates(case):
        if found := _where_none_comes_from(case, node):
            return found
    return _none_itself(case)


def _candidates(case: Case) -> list:
    """The parts of the line that may be None, the inner ones first."""
    found = _operands(case)
    for node in reversed(on_line(case, ast.Subscript, ast.Attribute)):
        found.append(node.value)
    for node in reversed(on_line(case, ast.Call)):
        found += [*node.args, node.func]
    for loop in case.all(ast.For):
        if loop.iter.lineno == case.error_line:
            found.append(loop.iter)
    for node in on_line(case, ast.Assign):
        found.append(node.value)
    return found


def _where_none_comes_from(case: Case, node):
    value = last_value(case, node)
    if isinstance(value, ast.Name):
        places = [one.value for one in bound(case, value.id) if one.how == "assign" and one.value is not None]
        giving = [one for one in places if is_method(one, *GIVE_NONE) or is_call(one)]
        value = giving[-1] if giving else value
    if is_call(value, "print"):
        return Found("none-from-print", case.error_line)
    if is_method(value, *GIVE_NONE) and not _is_own_method(case, value):
        return Found("sort-gives-none", value.lineno, _none_fields(case, value))
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


def _none_fields(case: Case, call) -> dict:
    return {"method": call.func.attr, "value": code(call.func.value, 16)}


def _none_itself(case: Case):
    if found := re.search(r"'NoneType' object has no attribute '(\w+)'", case.message):
        return Found("none-has-no", case.error_line, {"name": found[1]})
    return Found("none", case.error_line)


def text_and_number(case: Case):
    """Text and a number in one sum, or compared by size."""
    if not _is_type_error(case):
        return None
    sign, one, other = _pair(case)
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
    for node in _operands(case):
        if kind_of(case, node) in ("whole", "decimal", "bool"):
            return code(node, 14)
    for node in _operands(case):
        if isinstance(node, ast.Name) and kind_of(case, node) != "text":
            return code(node, 14)
    return "..."


def comma_that_makes_a_tuple(case: Case):
    """`x = 5,` with a comma at the end."""
    if "tuple" not in case.message or case.kind not in ("TypeError", "AttributeError"):
        return None
    for node in [*_operands(case), *on_line(case, ast.Name)]:
        value = last_value(case, node)
        if isinstance(node, ast.Name) and isinstance(value, ast.Tuple) and len(value.elts) == 1:
            if case.text(value.lineno).rstrip().endswith(","):
                return Found("comma-makes-tuple", value.lineno, {"name": node.id, "value": code(value.elts[0], 14)})
    return None


def brackets_without_a_comma(case: Case):
    """`t = (5)`, used as if it were a tuple."""
    if not re.search(
        r"'(int|float|str)' object is not (subscriptable|iterable)|object of type '(int|float)' has no len",
        case.message,
    ):
        return None
    for node in on_line(case, ast.Name):
        for one in bound(case, node.id):
            if one.how == "assign" and isinstance(one.value, ast.Constant):
                written = rf"^\s*{re.escape(node.id)}\s*=\s*\(\s*{re.escape(ast.unparse(one.value))}\s*\)\s*(#.*)?$"
                if re.match(written, case.text(one.line)):
                    return Found("brackets-no-tuple", one.line, {"value": code(one.value, 12)})
    return None


def call_without_brackets(case: Case):
    """A function that is named but not called."""
    if case.kind not in ("TypeError", "AttributeError") or not re.search(
        r"'(function|builtin_function_or_method|method|type)'", case.message
    ):
        return None
    if "subscriptable" in case.message:
        return None
    loop = "not iterable" in case.message
    for node in _candidates(case):
        value = last_value(case, node)
        if isinstance(value, ast.Name) and (functions(case, value.id) or value.id in TOOLS):
            return Found("call-left-off", value.lineno, {"name": code(value, 16)})
        if isinstance(value, ast.Attribute) and not isinstance(outer(case, value)[0], ast.Call):
            return Found("call-left-off", value.lineno, {"name": code(value, 16)})
    return Found("call-left-off", case.error_line, {"name": "..."}) if loop else None


def square_brackets_for_a_call(case: Case):
    """`print["Hi"]`, `nums.append[3]`."""
    if not re.search(
        r"'(function|builtin_function_or_method|method|type)' object is not subscriptable|type '\w+' is not subscriptable",
        case.message,
    ):
        return None
    for node in on_line(case, ast.Subscript):
        if isinstance(node.value, (ast.Name, ast.Attribute)):
            return Found("wrong-brackets/call", case.error_line, {"name": code(node.value, 16), "got": "["})
    return Found("wrong-brackets/call", case.error_line, {"name": "print", "got": "["})


def not_a_function(case: Case):
    """A value that is called with round brackets: a list, text, a number, a module."""
    found = re.search(r"'([\w.]+)' object is not callable", case.message)
    if not _is_type_error(case) or not found:
        return None
    kind = found[1]
    for call in reversed(on_line(case, ast.Call)):
        if isinstance(call.func, ast.Name):
            if answer := _called_name(case, call, kind):
                return answer
        elif isinstance(call.func, ast.Constant) and kind in ("int", "float"):
            return Found("times-missing", case.error_line)
        elif isinstance(call.func, ast.Constant) and kind == "str":
            return Found("text-called", case.error_line)
        elif kind == "NoneType" and isinstance(call.func, ast.Call):
            return Found("called-twice", case.error_line, {"name": code(call.func.func, 16)})
        elif isinstance(call.func, ast.Attribute) and any(one.attr == call.func.attr for one in _kept(case)):
            return Found("value-hides-method", case.error_line, {"name": call.func.attr})
    return Found("not-a-function", case.error_line)


def _kept(case: Case) -> list:
    return [node for node in case.all(ast.Attribute) if isinstance(node.ctx, ast.Store)]


def _called_name(case: Case, call, kind: str):
    name = call.func.id
    made = [one for one in bound(case, name) if one.how not in ("def", "class", "import")]
    if kind == "module":
        return Found("module-called", case.error_line, {"name": name})
    if not made:
        return None
    fields = {"name": name}
    if name in TOOLS:
        return Found("name-hides-tool", made[0].line, fields)
    if [one for one in bound(case, name) if one.how in ("def", "class")]:
        return Found("name-hides-function", made[-1].line, fields)
    if kind in ("list", "dict", "tuple", "str") and len(call.args) == 1 and not call.keywords:
        return Found("round-brackets", case.error_line, {**fields, "place": code(call.args[0], 12)})
    if kind in ("int", "float") and len(call.args) == 1:
        return Found("times-missing", case.error_line)
    return Found("text-called" if kind == "str" else "name-is-value", case.error_line, fields)


def loop_over_something_else(case: Case):
    """A loop, or a function that needs a group of values, over one number."""
    found = re.search(r"'([\w.]+)' object is not iterable", case.message)
    if not _is_type_error(case) or not found:
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
    if not _is_type_error(case) or not found:
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
    if not _is_type_error(case):
        return None
    sign, one, other = _pair(case)
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
    found = _ORDER.search(case.message)
    if not _is_type_error(case) or not found or not re.search(r"[<>]", case.line):
        return None
    return Found("kinds-compared", case.error_line, {"sign": found[1], "one": found[2], "other": found[3]})


def operator_of_an_own_class(case: Case):
    """Objects of a class of the program, added or compared by size."""
    sign, one, other = _pair(case)
    own = {node.name for node in case.all(ast.ClassDef)}
    if _is_type_error(case) and own & {one, other}:
        slug = "own-compare" if sign in ("<", ">", "<=", ">=") else "own-plus"
        return Found(slug, case.error_line, {"name": one if one in own else other, "sign": sign})
    return None


def function_with_another_kind(case: Case):
    """`len(5)`, `int([1])`, `",".join([1])`: a value that one function can't use."""
    if not _is_type_error(case):
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
    if not _is_type_error(case) or not found:
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
