"""Names that Python does not know: NameError and UnboundLocalError."""

import ast
import difflib
import keyword
import re

from .case import Case, Found
from .sources import (
    FUNCTIONS,
    GIVE_NONE,
    LOOPS,
    TEXT_METHODS,
    TOOLS,
    bound,
    code,
    is_call,
    methods,
    on_line,
    outer,
    parameters,
    scope_of,
    used,
)  # fmt: skip

MODULES = (
    "math random statistics datetime calendar json csv string textwrap collections itertools functools decimal fractions"
    " pathlib html sqlite3 difflib unittest time re os sys copy enum operator heapq"
).split()

FROM_MODULES = {
    "sqrt": "math", "ceil": "math", "floor": "math", "pi": "math", "factorial": "math", "sin": "math", "cos": "math",
    "log": "math", "gcd": "math", "hypot": "math", "isclose": "math", "randint": "random", "choice": "random",
    "shuffle": "random", "sample": "random", "uniform": "random", "randrange": "random", "mean": "statistics",
    "median": "statistics", "mode": "statistics", "stdev": "statistics", "sleep": "time", "date": "datetime",
    "timedelta": "datetime", "Counter": "collections", "defaultdict": "collections", "deque": "collections",
    "namedtuple": "collections", "Decimal": "decimal", "Fraction": "fractions", "Path": "pathlib",
    "reduce": "functools", "wraps": "functools", "partial": "functools", "chain": "itertools",
    "permutations": "itertools", "combinations": "itertools", "dataclass": "dataclasses", "Enum": "enum",
    "ABC": "abc", "abstractmethod": "abc", "dedent": "textwrap", "TestCase": "unittest", "deepcopy": "copy",
    "Optional": "typing", "List": "typing", "Dict": "typing", "Any": "typing",
}  # fmt: skip

OTHER_LANGUAGES = {
    "console": "print()", "printf": "print()", "println": "print()", "cout": "print()", "System": "print()",
    "echo": "print()", "puts": "print()", "writeln": "print()", "alert": "print()", "document": "print()",
    "Console": "print()", "null": "None", "nil": "None", "NULL": "None", "undefined": "None", "nullptr": "None",
    "this": "self", "String": "str()", "parseInt": "int()", "parseFloat": "float()", "Integer": "int()",
    "toString": "str()", "Math": "import math", "prompt": "input()", "scanf": "input()", "readline": "input()",
    "gets": "input()", "cin": "input()", "boolean": "bool", "strlen": "len()", "array": "[ ]", "Array": "[ ]",
    "let": "=", "var": "=", "const": "=", "elif_": "elif",
}  # fmt: skip

OLD_PYTHON = {
    "raw_input": "input()", "xrange": "range()", "unicode": "str()", "unichr": "chr()", "long": "int()",
    "basestring": "str", "cmp": "< or >", "execfile": "import", "raw_imput": "input()",
}  # fmt: skip

METHODS = (
    TEXT_METHODS | GIVE_NONE | frozenset("split join count index find keys values items startswith endswith".split())
)


def _unknown(case: Case) -> bool:
    return case.kind == "NameError" and bool(case.name)


def name_that_a_check_looks_for(case: Case):
    """A function that a check calls and the program does not make."""
    if _unknown(case) and case.error_line is None and case.check is not None and case.check.kind in ("call", "test"):
        return Found("name-missing", None, {"name": case.name})
    return None


def name_that_is_set_in_the_loop_only(case: Case):
    """`total = total + n` in a loop, with no `total = 0` above it."""
    if not _unknown(case) or case.name in TOOLS:
        return None
    places = [one for one in bound(case, case.name) if one.how in ("assign", "add")]
    if places and all(_needs_itself(one) for one in places) and outer(case, places[0].node, *LOOPS):
        start = "0" if _is_sum(places[0]) else '""' if _is_text(places[0]) else "0"
        return Found("total-not-set", case.error_line, {"name": case.name, "start": start})
    for call in on_line(case, ast.Call):
        adds = isinstance(call.func, ast.Attribute) and call.func.attr in ("append", "extend")
        if adds and getattr(call.func.value, "id", "") == case.name and not places and outer(case, call, *LOOPS):
            return Found("total-not-set", case.error_line, {"name": case.name, "start": "[]"})
    return None


def _needs_itself(one) -> bool:
    reads = {part.id for part in ast.walk(one.value) if isinstance(part, ast.Name)} if one.value else set()
    return one.how == "add" or one.name in reads


def _is_sum(one) -> bool:
    return not _is_text(one)


def _is_text(one) -> bool:
    return any(isinstance(part, ast.Constant) and isinstance(part.value, str) for part in ast.walk(one.value))


def name_that_is_made_further_down(case: Case):
    """A function or a value that is used above the line that makes it."""
    if not _unknown(case) or case.error_line is None:
        return None
    made = [one for one in bound(case, case.name) if one.scope is None and one.line > case.error_line]
    earlier = [one for one in bound(case, case.name) if one.scope is None and one.line <= case.error_line]
    if not made or earlier:
        return None
    if made[0].how in ("def", "class"):
        return Found("function-too-early", case.error_line, {"name": case.name, "made": made[0].line})
    if made[0].how in ("assign", "for", "import", "parts"):
        return Found("value-too-early", case.error_line, {"name": case.name, "made": made[0].line})
    return None


def name_of_an_object(case: Case):
    """`name` for `self.name`, or `bark()` for `self.bark()`, inside a class."""
    if not _unknown(case):
        return None
    for node in on_line(case, ast.Name):
        if node.id != case.name or not outer(case, node, ast.ClassDef):
            continue
        holder = outer(case, node, ast.ClassDef)[0]
        if case.name == "self":
            return Found("self-not-given", case.error_line, {"name": _function_around(case, node)})
        kept = [
            part for part in ast.walk(holder)
            if isinstance(part, ast.Attribute) and part.attr == case.name and getattr(part.value, "id", "") == "self"
        ]  # fmt: skip
        own = [part for part in holder.body if isinstance(part, FUNCTIONS) and part.name == case.name]
        if own:
            return Found("self-method", case.error_line, {"name": case.name})
        if kept or any(one.scope is holder for one in bound(case, case.name)):
            return Found("self-value", case.error_line, {"name": case.name})
    return None


def _function_around(case: Case, node) -> str:
    around = outer(case, node, *FUNCTIONS)
    return around[0].name if around else "__init__"


def name_that_lives_elsewhere(case: Case):
    """A name made inside a function, a comprehension or an except, and used outside of it."""
    if not _unknown(case):
        return None
    fields = {"name": case.name}
    here = {scope_of(case, node) for node in on_line(case, ast.Name) if node.id == case.name}
    for one in bound(case, case.name):
        if isinstance(one.scope, FUNCTIONS) and one.scope not in here and one.how in ("assign", "for", "parts", "add"):
            return Found("local-name", case.error_line, {**fields, "function": one.scope.name})
        if one.how == "given" and one.scope not in here and isinstance(one.scope, FUNCTIONS):
            return Found("local-name", case.error_line, {**fields, "function": one.scope.name})
        if one.how == "inner":
            return Found("loop-name-gone", case.error_line, fields)
        if one.how == "except" and (one.node.end_lineno or 0) < (case.error_line or 0):
            return Found("error-name-gone", case.error_line, fields)
    if any(
        part.id == case.name for node in case.all(ast.Delete) for part in node.targets if isinstance(part, ast.Name)
    ):
        return Found("name-deleted", case.error_line, fields)
    return None


def name_set_in_one_branch_only(case: Case):
    """A name that only one branch of an if, a loop that never ran or a part of a try gives a value."""
    if not _unknown(case):
        return None
    places = [one for one in bound(case, case.name) if one.scope is None and one.line < (case.error_line or 0)]
    if places and all(one.node in _in_branches(case) for one in places):
        return Found("branch-not-run", case.error_line, {"name": case.name, "made": places[0].line})
    return None


def _in_branches(case: Case) -> set:
    held = set()
    for node in case.all(ast.If, *LOOPS, ast.Try, ast.Match):
        held |= set(ast.walk(node)) - {node}
        held |= {node} if isinstance(node, ast.For) else set()
    return held


def name_of_a_module(case: Case):
    """A module that was not imported, or one of its functions."""
    if not _unknown(case):
        return None
    dotted = rf"\b{re.escape(case.name)}\s*\."
    if case.name in MODULES and re.search(dotted, case.line):
        return Found("needs-import", case.error_line, {"name": case.name})
    module = FROM_MODULES.get(case.name)
    if module and re.search(rf"\b{re.escape(case.name)}\b(?!\s*=[^=])", case.line):
        imported = [one for one in bound(case, module) if one.how == "import" and isinstance(one.node, ast.Import)]
        slug = "needs-import/dot" if imported else "needs-import/from"
        return Found(slug, case.error_line, {"name": case.name, "module": module})
    return None


def word_of_another_language(case: Case):
    """`null`, `console.log`, `printf`, or a word of Python 2."""
    if not _unknown(case) or _is_close_to_own(case):
        return None
    if case.name in OLD_PYTHON:
        return Found("old-python", case.error_line, {"name": case.name, "right": OLD_PYTHON[case.name]})
    if case.name in OTHER_LANGUAGES and (case.name != "this" or case.all(ast.ClassDef)):
        return Found("other-language/name", case.error_line, {"name": case.name, "right": OTHER_LANGUAGES[case.name]})
    return None


def _own_names(case: Case) -> list:
    names = {node.id for node in case.all(ast.Name) if isinstance(node.ctx, ast.Store)}
    names |= {node.name for node in case.all(*FUNCTIONS, ast.ClassDef)}
    names |= {one.arg for node in case.all(*FUNCTIONS) for one in parameters(node)}
    names |= {(alias.asname or alias.name) for node in case.all(ast.Import, ast.ImportFrom) for alias in node.names}
    return sorted(names - {case.name})


def _closest(name: str, names, cutoff: float = 0.7) -> str:
    """The name that is nearest; a difference of capitals or underscores alone is the nearest."""
    flat = name.lower().replace("_", "")
    for other in names:
        if other.lower().replace("_", "") == flat:
            return other
    if len(name) < 3:
        return ""
    close = difflib.get_close_matches(name, [other for other in names if len(other) > 2], n=1, cutoff=cutoff)
    return close[0] if close else ""


def _is_close_to_own(case: Case) -> bool:
    return bool(_closest(case.name, _own_names(case)))


def capital_letter(case: Case):
    """`Print`, `true`, `none`."""
    if not _unknown(case):
        return None
    small = case.name.lower()
    if small in ("true", "false", "none"):
        return Found("true-false", case.error_line, {"name": case.name, "right": small.capitalize()})
    if case.name != small and (small in TOOLS or keyword.iskeyword(small)):
        return Found("capital-letter", case.error_line, {"name": case.name, "small": small})
    return None


def name_spelled_two_ways(case: Case):
    """A name that is close to one the program makes, or to a function of Python that is called."""
    if not _unknown(case):
        return None
    fields = {"name": case.name}
    if own := _closest(case.name, _own_names(case)):
        return Found("misspelled-name", case.error_line, {**fields, "right": own})
    if re.search(rf"\b{re.escape(case.name)}\s*\(", case.line):
        if tool := _closest(case.name, sorted(TOOLS - {"help", "copyright", "credits"}), 0.74):
            return Found("misspelled-name", case.error_line, {**fields, "right": tool})
        defined = [node.name for node in methods(case)]
        if case.name in defined:
            return Found("method-alone", case.error_line, {**fields, "value": "object"})
    return None


def method_without_its_value(case: Case):
    """`upper(word)` for `word.upper()`."""
    if not _unknown(case) or case.name not in METHODS:
        return None
    for call in on_line(case, ast.Call):
        if is_call(call, case.name):
            value = code(call.args[0], 16) if call.args else "value"
            return Found("method-alone", case.error_line, {"name": case.name, "value": value})
    return None


def main_without_underscores(case: Case):
    """`if name == "__main__"`."""
    if _unknown(case) and case.name in ("name", "_name_", "__name") and "main" in case.line and "==" in case.line:
        return Found("main-underscores", case.error_line)
    return None


def text_without_quotes(case: Case):
    """A name that nothing makes, where text can stand."""
    if not _unknown(case):
        return None
    fields = {"name": case.name}
    if case.line.strip() == case.name:
        return Found("stray-name", case.error_line, fields)
    for node in on_line(case, ast.Subscript):
        keys = [part.value for made in case.all(ast.Dict) for part in made.keys if isinstance(part, ast.Constant)]
        if getattr(node.slice, "id", "") == case.name and case.name in keys:
            return Found("no-quotes", case.error_line, fields)
    if len(case.name) < 2 or "_" in case.name.strip("_") or len(used(case, case.name)) > 1 + case.line.count(case.name):
        return None
    for node in on_line(case, ast.Name):
        if node.id == case.name and _text_can_stand(case, node):
            return Found("no-quotes", case.error_line, fields)
    return None


def _text_can_stand(case: Case, node) -> bool:
    around = outer(case, node)
    if not around:
        return False
    if isinstance(around[0], ast.Call):
        return node in around[0].args
    if isinstance(around[0], ast.BinOp):
        return isinstance(around[0].op, ast.Add)
    return isinstance(around[0], (ast.Assign, ast.Compare, ast.List, ast.Tuple, ast.Dict, ast.Return, ast.Set))


def name_not_known(case: Case):
    return Found("unknown-name", case.error_line, {"name": case.name}) if _unknown(case) else None


def outside_name_changed_inside(case: Case):
    """`count = count + 1` in a function, for a `count` of the program."""
    if case.kind != "UnboundLocalError":
        return None
    name = _local_name(case.message)
    around = [node for node in case.all(*FUNCTIONS) if node.lineno <= (case.error_line or 0) <= (node.end_lineno or 0)]
    if not name or not around:
        return None
    outside = [one for one in bound(case, name) if one.scope is None]
    if name in TOOLS and not outside:
        return Found("tool-name-inside", case.error_line, {"name": name})
    if outside:
        return Found("unbound/outside", case.error_line, {"name": name, "function": around[-1].name})
    places = [one for one in bound(case, name) if one.scope is around[-1]]
    if places and all(_needs_itself(one) for one in places if one.how in ("assign", "add")):
        return Found("total-not-set", case.error_line, {"name": name, "start": "0"})
    if places and places[0].line > (case.error_line or 0):
        return Found("value-too-early", case.error_line, {"name": name, "made": places[0].line})
    return Found(
        "branch-not-run", case.error_line, {"name": name, "made": places[0].line if places else case.error_line}
    )


def _local_name(message: str) -> str:
    found = re.search(r"local variable '(\w+)'", message)
    return found[1] if found else ""


RULES = (
    name_that_a_check_looks_for,
    outside_name_changed_inside,
    capital_letter,
    name_that_is_set_in_the_loop_only,
    name_of_an_object,
    name_that_is_made_further_down,
    main_without_underscores,
    name_that_lives_elsewhere,
    name_set_in_one_branch_only,
    name_of_a_module,
    word_of_another_language,
    method_without_its_value,
    name_spelled_two_ways,
    text_without_quotes,
    name_not_known,
)
