"""What a TypeError is about: the values on its line, and the kinds its message names."""

import ast
import re

from .case import Case
from .sources import (
    on_line,
)  # fmt: skip

TWO = re.compile(r"unsupported operand type\(s\) for (\S+?)=?: '([\w.]+)' and '([\w.]+)'")


ORDER = re.compile(r"'(\S+)' not supported between instances of '([\w.]+)' and '([\w.]+)'")


def is_type_error(case: Case) -> bool:
    return case.kind == "TypeError"


def operands(case: Case) -> list:
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


def pair(case: Case) -> tuple:
    """The sign and the two kinds a message is about."""
    for pattern in (TWO, ORDER):
        if found := pattern.search(case.message):
            return found[1], found[2], found[3]
    if found := re.search(r'can only concatenate (\w+) \(not "([\w.]+)"\) to', case.message):
        return "+", found[1], found[2]
    if found := re.search(r"can't multiply sequence by non-int of type '(\w+)'", case.message):
        return "*", "sequence", found[1]
    return "", "", ""


def candidates(case: Case) -> list:
    """The parts of the line that may be None, the inner ones first."""
    found = operands(case)
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
