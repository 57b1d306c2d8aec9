"""Programs that had to be stopped: loops that never end, and why."""

import ast

from .case import Case, Found
from .sources import (
    bound,
    code,
    is_call,
    is_method,
    kind_of,
    names_in,
)  # fmt: skip


def endless(case: Case) -> bool:
    """Whether a program was stopped because it did not end by itself."""
    return case.ending in ("cpu", "output", "wall", "memory")


def _changed_in(loop) -> set:
    """The names that a loop's body may change, methods included."""
    found = set()
    for statement in loop.body:
        for part in ast.walk(statement):
            if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
                found.add(part.id)
            elif (isinstance(part, ast.Subscript) and isinstance(part.ctx, (ast.Store, ast.Del))) or (
                isinstance(part, ast.Attribute) and isinstance(part.ctx, ast.Store)
            ):
                found |= names_in(part.value)
            elif is_method(part):
                found |= names_in(part.func.value)
            elif isinstance(part, ast.Call):
                found |= {one.id for one in part.args if isinstance(one, ast.Name)}
    return found


def _can_leave(loop) -> bool:
    return any(
        isinstance(part, (ast.Break, ast.Return, ast.Raise)) for statement in loop.body for part in ast.walk(statement)
    )


def while_whose_names_stay(case: Case):
    """A while loop that changes none of the names its test is about."""
    if not endless(case):
        return None
    for loop in case.all(ast.While):
        if _can_leave(loop):
            continue
        asked = names_in(loop.test)
        if isinstance(loop.test, ast.Constant) and loop.test.value:
            return Found("endless/no-break", loop.lineno)
        stores = {
            part.id
            for statement in loop.body
            for part in ast.walk(statement)
            if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)
        }
        if asked and not asked & (_changed_in(loop) - _only_printed(loop)) and not asked & stores:
            name = _counted(case, asked)
            if twice := _compared_for_set(loop, asked):
                return Found("equals-twice", twice.lineno, {"name": twice.left.id})
            return Found("endless/name-stays", loop.lineno, {"name": name, "test": code(loop.test, 18)})
    return None


def _only_printed(loop) -> set:
    """Names that stand in calls of print only: print changes nothing."""
    prints = {one.id for statement in loop.body for part in ast.walk(statement) if is_call(part, "print", "len", "str", "int", "range")
              for one in part.args if isinstance(one, ast.Name)}  # fmt: skip
    calls = {one.id for statement in loop.body for part in ast.walk(statement)
             if isinstance(part, ast.Call) and not is_call(part, "print", "len", "str", "int", "range")
             for one in ast.walk(part) if isinstance(one, ast.Name)}  # fmt: skip
    return prints - calls


def _compared_for_set(loop, asked: set):
    for statement in loop.body:
        value = statement.value if isinstance(statement, ast.Expr) else None
        if (
            isinstance(value, ast.Compare)
            and isinstance(value.ops[0], ast.Eq)
            and getattr(value.left, "id", "") in asked
        ):
            return value
    return None


def _counted(case: Case, names: set) -> str:
    """The name of a loop's test that most likely should change: one that starts as a number."""
    numbers = [
        name
        for name in sorted(names)
        if any(kind_of(case, one.value) == "whole" for one in bound(case, name) if one.value)
    ]
    return (numbers or sorted(names))[0]


def while_that_counts_away(case: Case):
    """`while n < 4: n = n - 1`."""
    if not endless(case):
        return None
    for loop in case.all(ast.While):
        test = loop.test
        if not isinstance(test, ast.Compare) or not isinstance(test.left, ast.Name) or len(test.ops) != 1:
            continue
        steps = [step(one) for one in loop.body if step(one) and step(one)[0] == test.left.id]
        for _, sign, line in steps:
            if (isinstance(test.ops[0], (ast.Lt, ast.LtE)) and sign == "-") or (
                isinstance(test.ops[0], (ast.Gt, ast.GtE)) and sign == "+"
            ):
                return Found("endless/counts-away", line, {"name": test.left.id, "sign": "+" if sign == "-" else "-"})
        if steps and isinstance(test.ops[0], ast.NotEq):
            return Found("endless/jumps-over", loop.lineno, {"name": test.left.id})
    return None


def step(statement):
    """`n = n + 1` and `n += 1` as (name, sign, line)."""
    if isinstance(statement, ast.AugAssign) and isinstance(statement.target, ast.Name):
        sign = {ast.Add: "+", ast.Sub: "-"}.get(type(statement.op))
        return (statement.target.id, sign, statement.lineno) if sign else None
    if (
        isinstance(statement, ast.Assign)
        and isinstance(statement.value, ast.BinOp)
        and isinstance(statement.targets[0], ast.Name)
    ):
        name, value = statement.targets[0].id, statement.value
        sign = {ast.Add: "+", ast.Sub: "-"}.get(type(value.op))
        if sign and getattr(value.left, "id", "") == name:
            return name, sign, statement.lineno
    return None


def list_that_grows_under_its_loop(case: Case):
    """`for x in items: items.append(x)`."""
    if not endless(case):
        return None
    for loop in case.all(ast.For):
        for part in (one for statement in loop.body for one in ast.walk(statement)):
            if is_method(part, "append", "insert", "extend") and ast.unparse(part.func.value) == ast.unparse(loop.iter):
                return Found("endless/list-grows", part.lineno, {"name": code(loop.iter, 14)})
    return None


def loop_that_never_ends(case: Case):
    if not endless(case):
        return None
    return Found("endless") if case.ending == "cpu" else None


RULES = (list_that_grows_under_its_loop, while_whose_names_stay, while_that_counts_away, loop_that_never_ends)
