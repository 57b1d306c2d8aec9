"""Mistakes that raise no error: functions that hand nothing back, are never called or forget what they were given."""

import ast
import itertools

from .case import Case, Found
from .outputs import call_of, from_call, got, has_word, lines, only_letters_or_spaces, seen, wanted
from .sources import (
    FUNCTIONS,
    LOOPS,
    blocks,
    code,
    functions,
    hands_back,
    inside,
    is_call,
    is_method,
    methods,
    outer,
    parameters,
    prints,
    scope_of,
    used,
)  # fmt: skip


def _none_came(case: Case) -> bool:
    return seen(case) and has_word(got(case), "None") and not has_word(wanted(case), "None")


def _asked_for(case: Case) -> list:
    """The functions of the program whose value is printed, kept or asked for by a check."""
    call = call_of(case)
    if call is not None:
        name = call.func.id if is_call(call) else call.func.attr if is_method(call) else ""
        return functions(case, name) or methods(case, name)
    found = []
    for node in case.all(ast.Call):
        around = outer(case, node)
        if around and isinstance(around[0], ast.Expr):
            continue
        if is_call(node):
            found += functions(case, node.func.id)
        elif is_method(node):
            found += methods(case, node.func.attr)
    return found


def function_prints_what_is_printed(case: Case):
    """`print(hello())`, where hello prints by itself."""
    if not _none_came(case) or from_call(case):
        return None
    without = [line for line in lines(got(case)) if line != "None"]
    if without != lines(wanted(case)):
        return None
    for made in _asked_for(case):
        if prints(made) and not hands_back(made):
            for call in case.all(ast.Call):
                if is_call(call, made.name) and any(is_call(one, "print") for one in outer(case, call)[:1]):
                    return Found("print-of-print", call.lineno, {"name": made.name})
    return None


def value_is_not_handed_back(case: Case):
    """A function that prints its answer, drops it, or returns it in one branch only."""
    if not _none_came(case):
        return None
    for made in _asked_for(case):
        fields = {"function": made.name}
        shown = [node for node in inside(made) if isinstance(node, ast.Return) and is_call(node.value, "print")]
        if shown:
            return Found("print-not-return", shown[0].lineno, fields)
        if hands_back(made):
            if not isinstance(made.body[-1], ast.Return):
                return Found("return-in-branch", made.lineno, fields)
        elif printed := prints(made):
            return Found("print-not-return", printed[-1].lineno, fields)
        else:
            return Found("no-return", _dropped(made), fields)
    return None


def _dropped(made) -> int:
    """The line of a value that a function works out last."""
    return made.body[-1].end_lineno or made.lineno


def function_is_never_called(case: Case):
    """A def whose function is not run."""
    if case.check is None or case.check.kind not in ("output", "contains") or lines(got(case)):
        return None
    called = {node.func.id for node in case.all(ast.Call) if isinstance(node.func, ast.Name)}
    called |= {node.id for node in case.all(ast.Name) if isinstance(node.ctx, ast.Load)}
    for made in functions(case):
        if made.name not in called and prints(made) and scope_of(case, made) is None:
            return Found("never-called", made.lineno, {"name": made.name})
    return None


def lines_after_return(case: Case):
    """Lines below a return, a break or a continue that never run."""
    for block in blocks(case):
        for first, second in itertools.pairwise(block):
            if isinstance(first, ast.Return):
                return Found("after-return", second.lineno)
            if isinstance(first, (ast.Break, ast.Continue)):
                word = "break" if isinstance(first, ast.Break) else "continue"
                return Found("after-break", second.lineno, {"word": word})
    return None


def return_inside_the_loop(case: Case):
    """A return that ends the first turn of a loop."""
    for loop in case.all(*LOOPS):
        if not loop.body or loop.orelse or (isinstance(loop, ast.While) and isinstance(loop.test, ast.Constant)):
            continue
        last = loop.body[-1]
        if isinstance(last, ast.Return) and outer(case, loop, *FUNCTIONS) and not _goes_on(loop):
            return Found("return-in-loop", last.lineno)
        if (
            isinstance(last, ast.If)
            and last.orelse
            and _returns(last.body)
            and _returns(last.orelse)
            and not _goes_on(loop)
        ):
            return Found("return-in-else", last.orelse[-1].lineno)
    return None


def _returns(block: list) -> bool:
    return bool(block) and isinstance(block[-1], ast.Return)


def _goes_on(loop) -> bool:
    return any(isinstance(part, ast.Continue) for statement in loop.body for part in ast.walk(statement))


def number_that_stays_outside(case: Case):
    """A function that changes its own n and hands nothing back."""
    if not seen(case) or only_letters_or_spaces(case):
        return None
    for made in functions(case):
        if (
            hands_back(made)
            or prints(made)
            or any(isinstance(part, (ast.Global, ast.Nonlocal)) for part in inside(made))
        ):
            continue
        names = {one.arg for one in parameters(made)}
        for part in inside(made):
            name = _reassigned(part)
            if name not in names or _read_below(case, made, name, part.lineno):
                continue
            for call in case.all(ast.Call):
                if not is_call(call, made.name) or not isinstance(outer(case, call)[0], ast.Expr):
                    continue
                given = [one.id for one in call.args if isinstance(one, ast.Name)]
                later = [one for one in given if any(node.lineno > call.lineno for node in used(case, one))]
                if later:
                    return Found("stays-outside", call.lineno, {"name": later[0], "call": code(call, 20)})
    return None


def _reassigned(part) -> str:
    """The name that `n = n + 1` or `n += 1` is about."""
    if isinstance(part, ast.AugAssign) and isinstance(part.target, ast.Name):
        return part.target.id if not isinstance(part.value, (ast.List, ast.ListComp)) else ""
    if isinstance(part, ast.Assign) and isinstance(part.targets[0], ast.Name):
        return part.targets[0].id
    return ""


def _read_below(case: Case, made, name: str, line: int) -> bool:
    return any(node.lineno > line and scope_of(case, node) is made for node in used(case, name))


def given_value_is_overwritten(case: Case):
    """`def area(w, h): w = 2`."""
    for made in functions(case) + methods(case):
        for one in parameters(made):
            reads = [node.lineno for node in used(case, one.arg) if scope_of(case, node) is made]
            for statement in made.body:
                if not isinstance(statement, ast.Assign) or getattr(statement.targets[0], "id", "") != one.arg:
                    continue
                if any(line <= statement.lineno for line in reads):
                    continue
                if isinstance(statement.value, ast.Constant):
                    return Found("value-overwritten", statement.lineno, {"name": one.arg, "function": made.name})
                if any(is_call(part, "input") for part in ast.walk(statement.value)):
                    return Found("input-in-function", statement.lineno, {"function": made.name})
    return None


def given_value_is_not_used(case: Case):
    """A parameter that the function of a check never looks at."""
    if not from_call(case) or only_letters_or_spaces(case):
        return None
    call = call_of(case)
    if not is_call(call):
        return None
    for made in functions(case, call.func.id):
        if isinstance(made.body[-1], (ast.Pass, ast.Raise)):
            continue
        for one in made.args.args:
            if not [node for node in used(case, one.arg) if made in outer(case, node)]:
                return Found("given-not-used", made.lineno, {"name": one.arg, "function": made.name})
    return None


def default_that_is_kept(case: Case):
    """`def add(x, items=[])`."""
    for made in functions(case) + methods(case):
        every = made.args.args[len(made.args.args) - len(made.args.defaults) :]
        for one, value in zip(every, made.args.defaults, strict=True):
            if not isinstance(value, (ast.List, ast.Dict, ast.Set)) and not (is_call(value, "list", "dict", "set")):
                continue
            if any(_changes(part, one.arg) for part in inside(made)):
                return Found("default-kept", made.lineno, {"name": one.arg, "value": code(value, 8)})
    return None


def _changes(part, name: str) -> bool:
    if is_method(part, "append", "add", "extend", "insert", "update", "pop", "remove"):
        return getattr(part.func.value, "id", "") == name
    if isinstance(part, ast.Subscript) and isinstance(part.ctx, ast.Store):
        return getattr(part.value, "id", "") == name
    return isinstance(part, ast.AugAssign) and getattr(part.target, "id", "") == name


RULES = (
    function_prints_what_is_printed,
    value_is_not_handed_back,
    function_is_never_called,
    return_inside_the_loop,
    lines_after_return,
    given_value_is_overwritten,
    number_that_stays_outside,
    default_that_is_kept,
    given_value_is_not_used,
)
