"""Places, keys and words after a dot that are not there: IndexError, KeyError, AttributeError."""

import ast
import difflib
import importlib
import re

from .case import Case, Found
from .names import FROM_MODULES
from .sources import bound, code, from_input, is_call, last_value, methods, on_line, outer

_OTHER_WORDS = {
    "push": "append", "add": "append", "length": "len()", "size": "len()", "len": "len()", "count_of": "count",
    "toUpperCase": "upper()", "toLowerCase": "lower()", "uppercase": "upper()", "lowercase": "lower()", "trim": "strip()",
    "substring": "[ : ]", "substr": "[ : ]", "charAt": "[ ]", "indexOf": "index()", "contains": "in", "includes": "in",
    "has_key": "in", "containsKey": "in", "iteritems": "items()", "push_back": "append", "forEach": "for", "each": "for",
    "print": "print()", "println": "print()", "equals": "==", "shift": "pop(0)", "unshift": "insert(0, ...)",
    "concat": "+", "map": "map()", "filter": "filter()", "sum": "sum()", "max": "max()", "min": "min()",
    "toString": "str()", "first": "[0]", "last": "[-1]", "is_empty": "len()", "isEmpty": "len()", "put": "[ ] =",
}  # fmt: skip

_KINDS = {"str": str, "list": list, "dict": dict, "tuple": tuple, "set": set, "int": int, "float": float, "bool": bool}
_CALLED = {"str": "text", "int": "a number", "float": "a number", "bool": "True or False"}


def place_past_the_end(case: Case):
    """The place after the last, an empty list, or a loop that goes one place too far."""
    if case.kind != "IndexError" or "out of range" not in case.message:
        return None
    if "assignment" in case.message:
        return _set_past_the_end(case)
    if "pop" in case.message:
        return _taken_out_in_a_loop(case) or Found("pop-past-end", case.error_line)
    nodes = on_line(case, ast.Subscript)
    if any(ast.unparse(node.value) in ("sys.argv", "argv") for node in nodes):
        return Found("no-arguments", case.error_line)
    return (
        _in_a_loop(case, nodes) or _one_too_far(case, nodes) or _empty(case, nodes) or Found("index", case.error_line)
    )


def _taken_out_in_a_loop(case: Case):
    for call in on_line(case, ast.Call):
        for loop in outer(case, call, ast.For):
            group = call.func.value if isinstance(call.func, ast.Attribute) else None
            if (
                is_call(loop.iter, "range")
                and group is not None
                and f"len({ast.unparse(group)})" in ast.unparse(loop.iter)
            ):
                return Found("list-changed-in-loop", case.error_line, {"name": code(group, 14)})
    return None


def _set_past_the_end(case: Case):
    for node in on_line(case, ast.Subscript):
        if isinstance(node.ctx, ast.Store):
            return Found("set-past-end", case.error_line, {"name": code(node.value, 14)})
    return None


def _in_a_loop(case: Case, nodes: list):
    for node in nodes:
        place = node.slice
        after = isinstance(place, ast.BinOp) and isinstance(place.op, ast.Add) and isinstance(place.left, ast.Name)
        if after and outer(case, node, ast.For, ast.While):
            return Found("next-place-past-end", case.error_line, {"place": code(place, 12)})
        if not isinstance(place, ast.Name):
            continue
        for loop in outer(case, node, ast.For):
            if getattr(loop.target, "id", "") == place.id and is_call(loop.iter, "range"):
                return Found("loop-past-end", loop.lineno, {"range": code(loop.iter, 24)})
        for loop in outer(case, node, ast.While):
            if isinstance(loop.test, ast.Compare) and "<=" in code(loop.test, 80):
                return Found("while-past-end", loop.lineno, {"name": place.id})
    return None


def _one_too_far(case: Case, nodes: list):
    for node in nodes:
        length = _length(case, node.value)
        if is_call(node.slice, "len"):
            return Found("index-from-one", case.error_line, {"name": code(node.value, 12), "last": "-1"})
        if isinstance(node.slice, ast.Constant) and length and node.slice.value == length:
            return Found("index-from-one", case.error_line, {"name": code(node.value, 12), "last": length - 1})
    return None


def _empty(case: Case, nodes: list):
    for node in nodes:
        value = last_value(case, node.value)
        if (isinstance(value, ast.List) and not value.elts) or (is_call(value, "list") and not value.args):
            return Found("empty-list-place", case.error_line, {"name": code(node.value, 14)})
        if from_input(case, node.value) and isinstance(node.slice, ast.Constant):
            return Found("text-too-short", case.error_line, {"name": code(node.value, 14)})
    return None


def _length(case: Case, node) -> int:
    value = last_value(case, node)
    if isinstance(value, (ast.List, ast.Tuple)):
        return len(value.elts)
    return len(value.value) if isinstance(value, ast.Constant) and isinstance(value.value, str) else 0


def taken_from_an_empty_group(case: Case):
    """`pop()` and `random.choice()` with nothing left."""
    if case.kind in ("IndexError", "KeyError") and re.search(r"pop from|popitem\(\)|is empty", case.message):
        return Found("pop-empty", case.error_line)
    if case.kind == "IndexError" and "empty sequence" in case.message:
        return Found("choice-of-none", case.error_line)
    return None


def key_that_is_not_there(case: Case):
    """A key in another spelling, of another kind, one that was never set, or none at all."""
    if case.kind != "KeyError":
        return None
    key = _key(case.message)
    if any(isinstance(call.func, ast.Attribute) and call.func.attr == "remove" for call in on_line(case, ast.Call)):
        return Found("not-in-set", case.error_line, {"key": case.message[:24]})
    for node in on_line(case, ast.Subscript):
        if found := _about_key(case, node, key):
            return found
    return Found("key-missing", case.error_line, {"key": case.message[:24].replace("'", '"')})


def _key(message: str):
    try:
        return ast.literal_eval(message)
    except (ValueError, SyntaxError):
        return message


def _about_key(case: Case, node, key):
    fields = {"key": case.message[:24].replace("'", '"'), "name": code(node.value, 16)}
    if isinstance(node.slice, ast.Slice):
        return Found("dict-by-place", case.error_line, {"name": fields["name"]})
    if _counts(case, node):
        return Found("count-not-set", case.error_line, {"name": fields["name"]})
    keys = _keys(case, node.value)
    words = [one for one in keys if isinstance(one, str)]
    if isinstance(key, str):
        if [one for one in keys if not isinstance(one, str) and str(one) == key]:
            return Found("key-number-text", case.error_line, fields)
        same = [one for one in words if one.lower() == key.lower() or one.strip() == key.strip()]
        close = difflib.get_close_matches(key, words, n=1, cutoff=0.7)
        if same or close:
            return Found("key-close", case.error_line, {**fields, "right": f'"{(same or close)[0]}"'})
    elif isinstance(key, int) and not isinstance(key, bool):
        if str(key) in words:
            return Found("key-number-text", case.error_line, fields)
        if isinstance(node.slice, ast.Constant) and words:
            return Found("dict-by-place", case.error_line, {"name": fields["name"]})
    return None


def _counts(case: Case, node) -> bool:
    """Whether a line adds to the value of a key that may not be set yet."""
    for around in outer(case, node, ast.Assign, ast.AugAssign)[:1]:
        if isinstance(around, ast.Assign):
            return ast.unparse(around.targets[0]) == ast.unparse(node) and bool(outer(case, node, ast.For, ast.While))
    return any(one.target is node for one in on_line(case, ast.AugAssign))


def _keys(case: Case, node) -> list:
    keys = []
    values = [one.value for one in bound(case, getattr(node, "id", "")) if one.how == "assign"] or [node]
    for made in values:
        if isinstance(made, ast.Dict):
            keys += [part.value for part in made.keys if isinstance(part, ast.Constant)]
    for target in case.all(ast.Subscript):
        if isinstance(target.ctx, ast.Store) and ast.unparse(target.value) == ast.unparse(node):
            keys += [target.slice.value] if isinstance(target.slice, ast.Constant) else []
    return keys


def word_after_a_dot(case: Case):
    """A method that this kind of value does not have, or that is spelled in another way."""
    found = re.search(r"'([\w.]+)' object has no attribute '(\w+)'", case.message)
    if case.kind != "AttributeError" or not found:
        return None
    kind, name = found[1], found[2]
    if kind in _KINDS:
        return _about_method(case, kind, name)
    fields = {"kind": kind, "name": name}
    if any(node.name == kind for node in case.all(ast.ClassDef)):
        names = {part.attr for part in case.all(ast.Attribute) if isinstance(part.ctx, ast.Store)}
        names |= {part.name for part in methods(case)}
        close = difflib.get_close_matches(name, sorted(names - {name}), n=1, cutoff=0.7)
        if close:
            return Found("object-misspelled", case.error_line, {**fields, "right": close[0]})
        if name in names:
            return Found("value-not-set-yet", case.error_line, fields)
        return Found("object-has-no", case.error_line, fields)
    return Found("attribute", case.error_line, fields)


def _about_method(case: Case, kind: str, name: str):
    fields = {"name": name, "kind": _CALLED.get(kind, kind)}
    own = [word for word in dir(_KINDS[kind]) if not word.startswith("_")]
    close = difflib.get_close_matches(name, own, n=1, cutoff=0.75)
    if close or name.lower() in own:
        return Found(
            "method-misspelled", case.error_line, {**fields, "right": name.lower() if name.lower() in own else close[0]}
        )
    if name in _OTHER_WORDS and not (name == "add" and kind != "list"):
        return Found("other-language/method", case.error_line, {**fields, "right": _OTHER_WORDS[name]})
    for other, cls in _KINDS.items():
        if hasattr(cls, name) and other != kind:
            return Found("other-kind-method", case.error_line, {"name": name, "kind": kind, "other": other})
    return Found("attribute", case.error_line, {"name": name, "kind": kind})


def word_of_a_module(case: Case):
    """`math.squareroot`, `random.randInt`."""
    found = re.search(r"module '([\w.]+)' has no attribute '(\w+)'", case.message)
    if case.kind != "AttributeError" or not found:
        return None
    return Found(*about_module_word(case, found[1], found[2]))


def about_module_word(case: Case, module: str, name: str) -> tuple:
    """What to say about a name that a module does not have."""
    if FROM_MODULES.get(name, module) != module:
        return "other-module", case.error_line, {"module": module, "name": name, "right": FROM_MODULES[name]}
    try:
        own = [word for word in dir(importlib.import_module(module)) if not word.startswith("_")]
    except ImportError:
        own = []
    same = [word for word in own if word.lower() == name.lower()]
    close = same or difflib.get_close_matches(name, own, n=1, cutoff=0.68)
    fields = {"module": module, "name": name}
    if module == "math" and name.lower() in ("squareroot", "square_root", "root"):
        close = ["sqrt"]
    if close:
        return "module-misspelled", case.error_line, {**fields, "right": close[0]}
    return "module-has-no", case.error_line, fields


RULES = (place_past_the_end, taken_from_an_empty_group, key_that_is_not_there, word_of_a_module, word_after_a_dot)
