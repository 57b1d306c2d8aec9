"""Mistakes that raise no error: lists, dictionaries and text."""

import ast
import re
import tokenize

from .case import Case, Found
from .outputs import (
    got,
    has_word,
    lines,
    missing_from,
    only_letters_or_spaces,
    seen,
    too_much,
    wanted,
    worked_out,
)
from .sources import (
    GIVE_NONE,
    TEXT_METHODS,
    bound,
    code,
    from_input,
    functions,
    is_call,
    is_method,
    kind_of,
    last_value,
    methods,
    names_in,
    outer,
    used,
)  # fmt: skip


def comma_left_out(case: Case):
    """`["Mon" "Tue"]` is one text."""
    if not seen(case):
        return None
    held = [part for node in case.all(ast.List, ast.Tuple, ast.Set) for part in node.elts]
    held += [part for node in case.all(ast.Call) for part in node.args]
    for part in held:
        if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value not in wanted(case):
            pieces = _pieces(case, part)
            apart = all(piece.strip("\"'") in wanted(case) for piece in pieces)
            one_line = part.lineno == part.end_lineno and not only_letters_or_spaces(case)
            if len(pieces) > 1 and (apart or one_line):
                return Found("comma-left-out", part.lineno, {"one": pieces[0][:12], "other": pieces[1][:12]})
    return None


def _pieces(case: Case, node) -> list:
    """The texts as they are written, if a text is made of several that stand side by side."""
    found = []
    for token in case.tokens:
        inside = (node.lineno, node.col_offset) <= token.start and token.end <= (node.end_lineno, node.end_col_offset)
        if inside and token.type == tokenize.STRING:
            found.append(token.string)
    return found


def result_thrown_away(case: Case):
    """`name.upper()` and `sorted(nums)` on a line by themselves."""
    for node in case.all(ast.Expr):
        call = node.value
        if outer(case, node, ast.Try) and not is_method(call):
            continue
        if is_method(call, *TEXT_METHODS) and not _is_other_method(case, call):
            name = code(call.func.value, 12)
            return Found(
                "result-dropped", node.lineno, {"call": code(call, 18), "name": name if "(" not in name else "x"}
            )
        if (
            is_call(call, "sorted", "reversed", "round", "int", "float", "str", "abs")
            and not functions(case, call.func.id)
            and call.args
            and isinstance(call.args[0], ast.Name)
        ):
            return Found("result-dropped", node.lineno, {"call": code(call, 18), "name": call.args[0].id})
    return None


def _is_other_method(case: Case, call) -> bool:
    """Whether a method may belong to something that is no text: an own class, a module."""
    name = call.func.value
    made = bound(case, name.id) if isinstance(name, ast.Name) else []
    own = bool(methods(case, call.func.attr))
    return own or any(one.how == "import" for one in made) or kind_of(case, name) not in ("text", "")


def method_that_gives_nothing(case: Case):
    """`nums = nums.sort()`."""
    for call in case.all(ast.Call):
        if not is_method(call, *GIVE_NONE) or methods(case, call.func.attr):
            continue
        known = kind_of(case, call.func.value) in ("list", "dict", "set") or call.func.attr in (
            "sort",
            "append",
            "reverse",
            "extend",
        )
        around = outer(case, call)[0]
        kept = isinstance(around, (ast.Assign, ast.Return)) or (is_call(around, "print") and call in around.args)
        if known and kept:
            value = code(call.func.value, 14)
            return Found("sort-gives-none", call.lineno, {"method": call.func.attr, "value": value})
    return None


def two_names_for_one_list(case: Case):
    """`b = a`, where a copy is meant."""
    if seen(case) and only_letters_or_spaces(case):
        return None
    for node in case.all(ast.Assign):
        if not isinstance(node.value, ast.Name) or not isinstance(node.targets[0], ast.Name):
            continue
        one, other = node.targets[0].id, node.value.id
        if one == other or kind_of(case, node.value) not in ("list", "dict", "set"):
            continue
        for first, second in ((one, other), (other, one)):
            change = _change_of(case, first, node.lineno)
            read = change and any(part.lineno > change for part in used(case, second))
            if (
                read
                and not any(place.line > node.lineno for place in bound(case, second))
                and _old_value_wanted(case, node)
            ):
                return Found("two-names", node.lineno, {"one": one, "other": other})
    return None


def _change_of(case: Case, name: str, below: int) -> int:
    """The first line below another that changes a list in place."""
    found = [
        call.lineno for call in case.all(ast.Call)
        if is_method(call, *GIVE_NONE, "pop") and getattr(call.func.value, "id", "") == name and call.lineno > below
    ]  # fmt: skip
    found += [
        part.lineno for part in case.all(ast.Subscript)
        if isinstance(part.ctx, (ast.Store, ast.Del)) and getattr(part.value, "id", "") == name and part.lineno > below
    ]  # fmt: skip
    return min(found, default=0)


def _old_value_wanted(case: Case, node: ast.Assign) -> bool:
    """Whether the list as it was is wanted and did not come, as far as its value can be read off."""
    if not seen(case):
        return False
    value = last_value(case, node.value)
    try:
        plain = repr(ast.literal_eval(value))
    except (ValueError, TypeError):
        return True
    return wanted(case).count(plain) > got(case).count(plain)


def list_inside_a_list(case: Case):
    """`a.append([3, 4])`, where each item is meant."""
    if not seen(case) or got(case).count("[") <= wanted(case).count("["):
        return None
    flat = [re.sub(r"[\[\]()\s]", "", side) for side in (wanted(case), got(case))]
    if flat[0] != flat[1]:
        return None
    for call in case.all(ast.Call):
        if is_method(call, "append") and call.args and kind_of(case, call.args[0]) in ("list", "tuple"):
            return Found("list-in-list", call.lineno, {"name": code(call.func.value, 14)})
    return None


def rows_that_are_one_row(case: Case):
    """`[[0] * 2] * 2`."""
    changed = [
        part
        for part in case.all(ast.Subscript)
        if isinstance(part.ctx, ast.Store) and isinstance(part.value, ast.Subscript)
    ]
    names = {name for part in changed for name in names_in(part.value)}
    names |= {
        name for call in case.all(ast.Call) if is_method(call, "append") and isinstance(call.func.value, ast.Subscript)
        for name in names_in(call.func.value)
    }  # fmt: skip
    for node in case.all(ast.Assign):
        value = node.value
        if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Mult) and isinstance(value.left, ast.List):
            rows = [
                part
                for part in value.left.elts
                if isinstance(part, (ast.List, ast.ListComp)) or _is_row(part) or kind_of(case, part) == "list"
            ]
            if rows and getattr(node.targets[0], "id", "") in names:
                return Found("same-row", node.lineno, {"name": node.targets[0].id})
    return None


def _is_row(node) -> bool:
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult) and isinstance(node.left, ast.List)


def call_left_off(case: Case):
    """`print(name.upper)`, or `hello` on a line by itself."""
    for node in case.all(ast.Expr):
        value = node.value
        if isinstance(value, ast.Name) and functions(case, value.id):
            return Found("call-left-off", node.lineno, {"name": value.id})
        known = isinstance(value, ast.Attribute) and value.attr in TEXT_METHODS | GIVE_NONE | {"pop"}
        if known or (isinstance(value, ast.Attribute) and methods(case, value.attr)):
            return Found("call-left-off", node.lineno, {"name": code(value, 16)})
    if not seen(case) or not re.search(r"<(built-in|function|bound)", got(case)) or "<" in wanted(case):
        return None
    for node in case.all(ast.Attribute, ast.Name):
        around = outer(case, node)
        called = bool(around) and isinstance(around[0], ast.Call) and around[0].func is node
        if called or not isinstance(node.ctx, ast.Load) or (around and isinstance(around[0], ast.Attribute)):
            continue
        if isinstance(node, ast.Attribute) and (
            node.attr in TEXT_METHODS or f"method {node.attr}" in got(case) or f".{node.attr} of" in got(case)
        ):
            return Found("call-left-off", node.lineno, {"name": code(node, 16)})
        if isinstance(node, ast.Name) and (functions(case, node.id) or f"function {node.id}" in got(case)):
            return Found("call-left-off", node.lineno, {"name": node.id})
    return None


def loop_over_keys(case: Case):
    """`for p in prices`, where the values are wanted."""
    if not seen(case) or only_letters_or_spaces(case):
        return None
    for loop in case.all(ast.For):
        made = last_value(case, loop.iter)
        if not isinstance(made, ast.Dict) or not isinstance(loop.target, ast.Name) or not made.keys:
            continue
        looked_up = any(
            isinstance(part, ast.Subscript) and ast.unparse(part.value) == ast.unparse(loop.iter)
            for part in ast.walk(loop)
        )
        pairs = [
            (worked_out(case, key), worked_out(case, value)) for key, value in zip(made.keys, made.values, strict=True)
        ]
        values = [value for _, value in pairs if value is not None]
        if not looked_up and values and all(missing_from(case, value) for value in values):
            return Found("loop-gives-keys", loop.lineno, {"name": code(loop.iter, 14)})
    return None


def value_asked_of_keys(case: Case):
    """`2 in prices`, where 2 is a value."""
    for node in case.all(ast.Compare):
        if len(node.ops) != 1 or not isinstance(node.ops[0], (ast.In, ast.NotIn)):
            continue
        made = last_value(case, node.comparators[0])
        if not isinstance(made, ast.Dict) or not isinstance(node.comparators[0], ast.Name):
            continue
        keys = [worked_out(case, part) for part in made.keys if part]
        values = [worked_out(case, part) for part in made.values]
        asked = worked_out(case, node.left)
        if asked is not None and asked in values and asked not in keys:
            return Found(
                "in-asks-keys", node.lineno, {"name": code(node.comparators[0], 14), "value": code(node.left, 12)}
            )
    return None


def slice_end_left_out(case: Case):
    """`word[0:3]` for four letters, and `word[1:]` for all of them."""
    if not seen(case) or only_letters_or_spaces(case):
        return None
    for node in case.all(ast.Subscript):
        if not isinstance(node.slice, ast.Slice) or node.slice.step is not None:
            continue
        fields = {"slice": code(node, 18)}
        text = worked_out(case, node.value)
        lower = worked_out(case, node.slice.lower) if node.slice.lower else 0
        upper = worked_out(case, node.slice.upper) if node.slice.upper else None
        if isinstance(text, str) and isinstance(lower, int):
            if isinstance(upper, int) and (0 <= lower < upper < len(text) or upper == -1):
                longer = text[lower : upper + 1 or None]
                if _instead(case, text[lower:upper], longer):
                    return Found("slice-end", node.lineno, fields)
            if lower > 0 and _instead(case, text[lower:upper], text[lower - 1 : upper]):
                return Found("slice-start", node.lineno, {**fields, "number": lower})
        elif isinstance(upper, int) and _one_item_more(case):
            return Found("slice-end", node.lineno, fields)
    return None


def _instead(case: Case, came: str, meant: str) -> bool:
    return bool(came) and has_word(got(case), came) and has_word(wanted(case), meant) and not has_word(got(case), meant)


def _one_item_more(case: Case) -> bool:
    """Whether a list is wanted that goes on with one more item."""
    for one, other in zip(lines(wanted(case)), lines(got(case)), strict=False):
        if one != other:
            longer, shorter = one.strip("[]").split(", "), other.strip("[]").split(", ")
            return one.startswith("[") and other.startswith("[") and longer[:-1] == shorter
    return False


def letter_f_left_off(case: Case):
    """`print("Hi {name}")` without the f in front of the quotes."""
    if not seen(case):
        return None
    for node in case.all(ast.Constant):
        if not isinstance(node.value, str) or isinstance(outer(case, node)[0], (ast.JoinedStr, ast.Attribute)):
            continue
        for hole in re.findall(r"\{\s*([A-Za-z_]\w*)[^{}]*\}", node.value):
            shown = "{" + hole
            if bound(case, hole) and shown in got(case) and shown not in wanted(case):
                return Found("f-left-off", node.lineno, {"name": hole})
    return None


def name_in_quotes(case: Case):
    """`print("name")`, where the value of name is wanted."""
    if not seen(case) or only_letters_or_spaces(case):
        return None
    for call in case.all(ast.Call):
        if not is_call(call, "print"):
            continue
        for node in call.args:
            text = node.value.strip() if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
            if not text.isidentifier() or not any(one.how in ("assign", "for", "add") for one in bound(case, text)):
                continue
            if too_much(case, text) and _value_wanted(case, text, call):
                return Found("quotes-around-name", node.lineno, {"name": text})
    return None


def _value_wanted(case: Case, name: str, call) -> bool:
    node = ast.copy_location(ast.Name(name, ast.Load()), call)
    values = [worked_out(case, one.value) for one in bound(case, name) if one.value is not None]
    known = [value for value in values if value not in (None, "")]
    return (
        any(missing_from(case, value) for value in known)
        if known
        else from_input(case, node) or not values or None in values
    )


RULES = (
    comma_left_out,
    result_thrown_away,
    method_that_gives_nothing,
    call_left_off,
    rows_that_are_one_row,
    list_inside_a_list,
    two_names_for_one_list,
    loop_over_keys,
    value_asked_of_keys,
    slice_end_left_out,
    letter_f_left_off,
    name_in_quotes,
)
