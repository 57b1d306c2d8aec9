"""Calls with too few, too many or unknown values."""

import ast
import difflib
import re

from .case import Case, Found
from .sources import FUNCTIONS, functions, is_call, methods, on_line

_MISSING = re.compile(r"^([\w.<>]+)\(\) missing (\d+) required (?:positional|keyword-only) arguments?: (.*)")
_TAKES = re.compile(
    r"^([\w.<>]+)\(\) takes (?:from )?(\d+)(?: to (\d+))? positional arguments? but (\d+) (?:was|were) given"
)


def self_left_out(case: Case):
    """A function in a class without `self`."""
    found = _TAKES.search(case.message)
    if case.kind != "TypeError" or not found or "." not in found[1]:
        return None
    name = found[1].split(".")[-1]
    for made in methods(case, name):
        first = made.args.args[0].arg if made.args.args else ""
        if first != "self" and not made.decorator_list and int(found[4]) == int(found[2]) + 1:
            return Found("self-left-out", made.lineno, {"name": name})
    return None


def method_of_the_class_itself(case: Case):
    """`Dog.bark()` where `Dog().bark()` is meant."""
    found = _MISSING.search(case.message)
    if case.kind == "TypeError" and found and "'self'" in found[3] and "." in found[1]:
        owner, name = found[1].split(".")[-2:]
        return Found("class-not-object", case.error_line, {"name": owner, "method": name})
    return None


def number_of_values(case: Case):
    """An own function called with fewer or more values than it needs."""
    if case.kind != "TypeError":
        return None
    short, long = _MISSING.search(case.message), _TAKES.search(case.message)
    if not short and not long:
        return None
    full = (short or long)[1]
    if case.error_line is None and case.check is not None:
        return _other_parameters(case, full, len(re.findall(r"'(\w+)'", short[3])) if short else 0, long)
    if full == "_input":
        return Found("tool-values", case.error_line, {"name": "input"})
    name, bound_too = full.split(".")[-1], "." in full and "<locals>" not in full
    if short:
        names = re.findall(r"'(\w+)'", short[3])
        if name == "__init__" and bound_too:
            return Found("class-values", case.error_line, {"name": full.split(".")[-2], "value": names[0]})
        slug = "argument-count/one" if len(names) == 1 else "argument-count/several"
        return Found(slug, case.error_line, {"name": name, "value": ", ".join(names)})
    extra = 1 if bound_too and methods(case, name) else 0
    wanted, given = int(long[3] or long[2]) - extra, int(long[4]) - extra
    shown = full.split(".")[-2] if name == "__init__" and bound_too else name
    return Found("argument-count/many", case.error_line, {"name": shown, "wanted": max(wanted, 0), "given": given})


def _other_parameters(case: Case, full: str, missing: int, long):
    """A check that calls a function with another number of values than its def takes."""
    for made in functions(case, full):
        takes = len(made.args.args)
        return Found("other-parameters", made.lineno, {"name": full, "given": long[4] if long else takes - missing})
    return None


def class_without_init(case: Case):
    """`Dog("Rex")` for a class whose `__init__` is missing or misspelled."""
    found = re.search(r"^(\w+)\(\) takes no arguments", case.message)
    if case.kind != "TypeError" or not found:
        return None
    for node in case.all(ast.ClassDef):
        for part in node.body:
            if isinstance(part, FUNCTIONS) and difflib.SequenceMatcher(None, part.name, "__init__").ratio() > 0.7:
                return Found("init-misspelled", part.lineno, {"name": part.name})
    return Found("class-takes-none", case.error_line, {"name": found[1]})


def value_by_a_name_that_is_not_there(case: Case):
    """`print("a", seperator="-")`, and a value that is given two times."""
    if case.kind != "TypeError":
        return None
    if found := re.search(r"([\w.]+)\(\) got an unexpected keyword argument '(\w+)'", case.message):
        name = found[1].split(".")[-1]
        return Found(
            "named-value-unknown", case.error_line, {"name": "input" if name == "_input" else name, "word": found[2]}
        )
    if found := re.search(r"([\w.]+)\(\) takes no keyword arguments", case.message):
        return Found("no-named-values", case.error_line, {"name": found[1].split(".")[-1]})
    if found := re.search(r"([\w.]+)\(\) got multiple values for argument '(\w+)'", case.message):
        return Found("value-given-twice", case.error_line, {"name": found[1].split(".")[-1], "word": found[2]})
    return None


def number_of_values_of_a_tool(case: Case):
    """A function of Python called with fewer or more values than it takes."""
    found = re.search(
        r"^([\w.]+?)(?:\(\))? (?:takes|expected) (?:exactly |at most |at least |no )?(?:one |\d+ |from \d+ to \d+ )?(?:positional )?arguments?",
        case.message,
    )
    if case.kind != "TypeError" or not found:
        return None
    name = found[1].split(".")[-1]
    if name in ("append", "add", "remove") and not functions(case, name):
        return Found("append-one-value", case.error_line, {"name": name})
    if name in ("sum", "max", "min", "len") and re.search(r"\((\d+) given\)|got \d+", case.message):
        for call in on_line(case, ast.Call):
            if is_call(call, name) and len(call.args) > 1:
                return Found("group-in-brackets", case.error_line, {"name": name})
    return Found("tool-values", case.error_line, {"name": name})


RULES = (
    self_left_out,
    method_of_the_class_itself,
    class_without_init,
    number_of_values,
    value_by_a_name_that_is_not_there,
    number_of_values_of_a_tool,
)
