"""Which classes a reference solution makes, and what yes-or-no and arithmetic of theirs the tests may rely on.

A learner's class is asked for such answers only where the solution has a class of that name which answers them too:
a class in the place of a function, or one that answers what the solution's does not, could say what suits it.
"""

from __future__ import annotations

import ast

ANY = None
"""Stands for all special methods: the class has a base or a decorator that may bring some."""

_BY_DECORATOR = {
    "dataclass": ("__eq__", "__lt__", "__le__", "__gt__", "__ge__"),
    "total_ordering": ("__lt__", "__le__", "__gt__", "__ge__"),
}


def kinds_of(solution: str) -> dict[str, list[str] | None]:
    """The classes of a program at its top level: each with the special methods it has, or `ANY`."""
    try:
        tree = ast.parse(solution)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    found: dict[str, list[str] | None] = {}
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            found[node.name] = _specials(node, found)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            # Such as Point = namedtuple(...) or Colour = Enum(...): what it has can't be read here.
            found |= {
                name.id: ANY for name in targets if isinstance(name, ast.Name) and isinstance(node.value, ast.Call)
            }
        elif isinstance(node, ast.Import | ast.ImportFrom):
            found |= {alias.asname or alias.name: ANY for alias in node.names}
    return found


def _specials(node: ast.ClassDef, known: dict[str, list[str] | None]) -> list[str] | None:
    specials: list[str] = []
    for base in node.bases:
        inherited = known.get(base.id, ANY) if isinstance(base, ast.Name) and base.id != "object" else ANY
        if isinstance(base, ast.Name) and base.id in ("object", "ABC"):
            inherited = []
        if inherited is ANY:
            return ANY
        specials += inherited
    if node.keywords and not all(_is_abc(keyword) for keyword in node.keywords):
        return ANY
    for decorator in node.decorator_list:
        name = decorator.func if isinstance(decorator, ast.Call) else decorator
        word = name.attr if isinstance(name, ast.Attribute) else name.id if isinstance(name, ast.Name) else ""
        if word not in _BY_DECORATOR:
            return ANY
        specials += _BY_DECORATOR[word]
    return specials + [name for part in node.body for name in _names(part) if name.startswith("__")]


def _is_abc(keyword: ast.keyword) -> bool:
    return isinstance(keyword.value, ast.Name) and keyword.value.id == "ABCMeta"


def _names(part: ast.stmt) -> list[str]:
    if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef):
        return [part.name]
    if isinstance(part, ast.Assign):
        return [target.id for target in part.targets if isinstance(target, ast.Name)]
    return []
