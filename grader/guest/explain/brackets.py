"""Round and square brackets where they do not fit: calls of what is no function, functions that are not called, tuples."""

import ast
import re

from .case import Case, Found
from .operands import candidates, is_type_error, operands
from .sources import (
    TOOLS,
    bound,
    code,
    functions,
    last_value,
    on_line,
    outer,
)  # fmt: skip


def comma_that_makes_a_tuple(case: Case):
    """`x = 5,` with a comma at the end."""
    if "tuple" not in case.message or case.kind not in ("TypeError", "AttributeError"):
        return None
    for node in [*operands(case), *on_line(case, ast.Name)]:
        value = last_value(case, node)
        single = isinstance(node, ast.Name) and isinstance(value, ast.Tuple) and len(value.elts) == 1
        if single and case.text(value.lineno).rstrip().endswith(","):
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
    for node in candidates(case):
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
    if not is_type_error(case) or not found:
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
