"""Where the names and values of a program come from, read off its syntax tree."""

import ast
import builtins
from dataclasses import dataclass
from functools import lru_cache

from .case import Case

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
LOOPS = (ast.For, ast.AsyncFor, ast.While)
SCOPES = (*FUNCTIONS, ast.Lambda, ast.ClassDef)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)

TOOLS = frozenset(name for name in dir(builtins) if not name.startswith("_"))
"""The names every program has."""

GIVE_NONE = frozenset("sort append reverse extend insert remove clear update add discard".split())
"""Methods that change a value in place and hand back nothing."""

TEXT_METHODS = frozenset(
    "upper lower title capitalize strip lstrip rstrip replace swapcase zfill center ljust rjust format".split()
)
"""Methods that make new text and leave the old one as it is."""

LONGEST_CODE = 30
"""Characters of a piece of the program that is shown inside a sentence."""


@dataclass(frozen=True)
class Binding:
    """One place where a name gets its value."""

    name: str
    line: int
    how: str
    """`assign`, `add` (as `+=`), `for`, `parts` (one of several), `given` (a parameter), `def`, `class`, `import`, `inner`, `other`."""
    value: ast.expr | None
    scope: ast.AST | None
    """The function or class it is in; None for the program itself."""
    node: ast.AST


@lru_cache(maxsize=1)
def parents(case: Case) -> dict:
    """Each node's outer node."""
    return {child: node for node in case.nodes for child in ast.iter_child_nodes(node)}


def outer(case: Case, node: ast.AST, *kinds) -> list:
    """The nodes of these kinds around a node, the nearest first."""
    found = []
    above = parents(case)
    while (node := above.get(node)) is not None:
        if not kinds or isinstance(node, kinds):
            found.append(node)
    return found


def scope_of(case: Case, node: ast.AST) -> ast.AST | None:
    """The function or class a node is in; None for the program itself."""
    above = parents(case)
    while (node := above.get(node)) is not None:
        if isinstance(node, SCOPES):
            return node
    return None


@lru_cache(maxsize=1)
def bindings(case: Case) -> tuple:
    """All places where names get a value, from the top down."""
    found = [one for node in case.nodes for one in _bound_by(case, node)]
    return tuple(sorted(found, key=lambda one: one.line))


def bound(case: Case, name: str) -> list:
    """The places where one name gets a value."""
    return list(_bindings_by_name(case).get(name, ()))


@lru_cache(maxsize=1)
def _bindings_by_name(case: Case) -> dict:
    found: dict = {}
    for one in bindings(case):
        found.setdefault(one.name, []).append(one)
    return found


def _bound_by(case: Case, node: ast.AST) -> list:
    if isinstance(node, ast.Assign):
        return [one for target in node.targets for one in _targets(case, target, node, "assign", node.value)]
    if isinstance(node, ast.AnnAssign):
        return _targets(case, node.target, node, "assign", node.value) if node.value else []
    if isinstance(node, ast.AugAssign):
        return _targets(case, node.target, node, "add", node.value)
    if isinstance(node, ast.NamedExpr):
        return _targets(case, node.target, node, "assign", node.value)
    if isinstance(node, (ast.For, ast.AsyncFor)):
        return _targets(case, node.target, node, "for", node.iter)
    if isinstance(node, ast.comprehension):
        return _targets(case, node.target, node.target, "inner", node.iter)
    if isinstance(node, ast.withitem) and node.optional_vars is not None:
        return _targets(case, node.optional_vars, node.optional_vars, "other", None)
    if isinstance(node, ast.ExceptHandler) and node.name:
        return [Binding(node.name, node.lineno, "except", None, scope_of(case, node), node)]
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        names = [(alias.asname or alias.name).split(".")[0] for alias in node.names]
        return [Binding(name, node.lineno, "import", None, scope_of(case, node), node) for name in names]
    if isinstance(node, (*FUNCTIONS, ast.ClassDef)):
        how = "class" if isinstance(node, ast.ClassDef) else "def"
        made = [Binding(node.name, node.lineno, how, None, scope_of(case, node), node)]
        return made + [Binding(one.arg, node.lineno, "given", None, node, one) for one in parameters(node)]
    return []


def _targets(case: Case, target: ast.AST, node: ast.AST, how: str, value) -> list:
    if isinstance(target, ast.Name):
        return [Binding(target.id, target.lineno, how, value, scope_of(case, node), node)]
    if isinstance(target, ast.Starred):
        return _targets(case, target.value, node, "parts", None)
    if isinstance(target, (ast.Tuple, ast.List)):
        values = [None] * len(target.elts)
        if isinstance(value, (ast.Tuple, ast.List)) and how == "assign" and len(value.elts) == len(target.elts):
            values = value.elts
        pairs = zip(target.elts, values, strict=True)
        return [
            one
            for part, its in pairs
            for one in _targets(case, part, node, how if its is not None or how == "for" else "parts", its)
        ]
    return []


def parameters(function: ast.AST) -> list:
    """All parameters of a function."""
    if isinstance(function, ast.ClassDef):
        return []
    every = function.args
    rest = [one for one in (every.vararg, every.kwarg) if one is not None]
    return [*every.posonlyargs, *every.args, *every.kwonlyargs, *rest]


def functions(case: Case, name: str | None = None) -> list:
    """The functions of a program that stand in no class, or those of one name."""
    made = [node for node in case.all(*FUNCTIONS) if not isinstance(scope_of(case, node), ast.ClassDef)]
    return [node for node in made if name is None or node.name == name]


def methods(case: Case, name: str | None = None) -> list:
    """The functions of a program that stand in a class, or those of one name."""
    made = [node for node in case.all(*FUNCTIONS) if isinstance(scope_of(case, node), ast.ClassDef)]
    return [node for node in made if name is None or node.name == name]


def inside(function: ast.AST) -> list:
    """The nodes of a function that are not in a function inside it."""
    found, open_nodes = [], list(ast.iter_child_nodes(function))
    while open_nodes:
        node = open_nodes.pop(0)
        found.append(node)
        if not isinstance(node, SCOPES):
            open_nodes += ast.iter_child_nodes(node)
    return found


def hands_back(function: ast.AST) -> bool:
    """Whether a function has a `return` with a value, or yields."""
    return any(
        (isinstance(node, ast.Return) and node.value is not None) or isinstance(node, (ast.Yield, ast.YieldFrom))
        for node in inside(function)
    )


def prints(function: ast.AST) -> list:
    """The calls of print in a function."""
    return [node for node in inside(function) if is_call(node, "print")]


def is_call(node, *names: str) -> bool:
    """Whether a node is a call of a function by one of these names."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and (not names or node.func.id in names)


def is_method(node, *names: str) -> bool:
    """Whether a node is a call of a method by one of these names."""
    return (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and (not names or node.func.attr in names)
    )


def on_line(case: Case, *kinds, line: int | None = None) -> list:
    """The expressions of these kinds on the line of the error message, or on another, inner ones last."""
    wanted = line or case.error_line or 0
    return [node for node in case.all(*kinds) if node.lineno <= wanted <= (node.end_lineno or node.lineno)]


def last_value(case: Case, node, before: int | None = None, depth: int = 4):
    """What a name stands for, if that can be read off the program; other nodes stand for themselves."""
    if not isinstance(node, ast.Name) or depth == 0:
        return node
    line = before or getattr(node, "lineno", 0) or 10**9
    scope = scope_of(case, node)
    places = [one for one in bound(case, node.id) if one.scope is scope] or [
        one for one in bound(case, node.id) if one.scope is None
    ]
    earlier = [one for one in places if one.line <= line and one.how != "inner"]
    if not earlier or earlier[-1].how != "assign" or earlier[-1].value is None:
        return node
    value = earlier[-1].value
    if any(part is node for part in ast.walk(value)):
        return node
    return last_value(case, value, earlier[-1].line, depth - 1)


def given_for(case: Case, parameter: str, function: ast.AST) -> list:
    """What the calls of a function give for one of its parameters."""
    names = [one.arg for one in function.args.args]
    if parameter not in names:
        return []
    place = names.index(parameter)
    found = []
    for call in case.all(ast.Call):
        if isinstance(call.func, ast.Name) and call.func.id == function.name:
            found += [word.value for word in call.keywords if word.arg == parameter]
            found += call.args[place : place + 1]
    return found


def from_input(case: Case, node, depth: int = 5) -> bool:
    """Whether a value is text that came from `input()` and was not turned into something else."""
    if depth == 0 or node is None:
        return False
    if is_call(node, "input"):
        return True
    if is_method(node, "strip", "rstrip", "lstrip", "split", "lower", "upper", "replace"):
        return from_input(case, node.func.value, depth - 1)
    if isinstance(node, ast.Subscript):
        return from_input(case, node.value, depth - 1)
    if not isinstance(node, ast.Name):
        return False
    places = [one for one in bound(case, node.id) if one.scope is scope_of(case, node)] or bound(case, node.id)
    for one in places:
        if one.how in ("assign", "for", "inner", "parts") and _value_from_input(case, one, node, depth):
            return True
        if one.how == "given" and isinstance(one.scope, FUNCTIONS):
            return any(from_input(case, value, depth - 1) for value in given_for(case, node.id, one.scope))
    return False


def _value_from_input(case: Case, one: Binding, node: ast.Name, depth: int) -> bool:
    value = one.value
    if one.how == "parts" and isinstance(one.node, ast.Assign):
        value = one.node.value
    if value is None or (isinstance(value, ast.Name) and value.id == node.id):
        return False
    return from_input(case, value, depth - 1)


def kind_of(case: Case, node) -> str:
    """`text`, `whole`, `decimal`, `bool`, `none`, `list`, `dict`, `tuple`, `set`, or "" if it can't be read off."""
    node = last_value(case, node)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.USub, ast.UAdd)):
        node = node.operand
    if isinstance(node, ast.Constant):
        kinds = {str: "text", int: "whole", float: "decimal", bool: "bool", type(None): "none"}
        return kinds.get(type(node.value), "")
    if isinstance(node, (ast.JoinedStr,)) or is_call(node, "input", "str") or is_method(node, *TEXT_METHODS):
        return "text"
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult) and isinstance(node.left, ast.List):
        return "list"
    if is_call(node, "int", "len"):
        return "whole"
    if is_call(node, "float"):
        return "decimal"
    named = {"list": "list", "sorted": "list", "dict": "dict", "tuple": "tuple", "set": "set"}
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return named.get(node.func.id, "")
    if is_method(node, "split"):
        return "list"
    shapes = {ast.List: "list", ast.ListComp: "list", ast.Dict: "dict", ast.DictComp: "dict", ast.Tuple: "tuple",
              ast.Set: "set", ast.SetComp: "set"}  # fmt: skip
    return shapes.get(type(node), "")


def code(node, most: int = LONGEST_CODE) -> str:
    """A piece of the program as it is written; "..." if it is too long for a sentence."""
    text = ast.unparse(node) if isinstance(node, ast.AST) else str(node)
    text = text.replace("'", '"') if '"' not in text else text
    return text if len(text) <= most and "\n" not in text else "..."


def target_of(case: Case, node) -> str:
    """The name that the statement around a node gives its value to; "" if there is none."""
    for statement in outer(case, node, ast.stmt)[:1]:
        if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
            return code(statement.targets[0]) if isinstance(statement.targets[0], ast.Name) else ""
    return ""


def later_blocks(statement: ast.AST) -> list:
    """The lists of statements a compound statement holds."""
    blocks = [getattr(statement, part, None) for part in ("body", "orelse", "finalbody")]
    blocks += [handler.body for handler in getattr(statement, "handlers", [])]
    return [block for block in blocks if isinstance(block, list) and block and isinstance(block[0], ast.stmt)]


def blocks(case: Case) -> list:
    """Every run of statements that stand one below the other."""
    return [block for node in case.nodes for block in later_blocks(node)]


def used(case: Case, name: str) -> list:
    """The nodes that read a name."""
    return list(_reads_by_name(case).get(name, ()))


@lru_cache(maxsize=1)
def _reads_by_name(case: Case) -> dict:
    found: dict = {}
    for node in case.all(ast.Name):
        if isinstance(node.ctx, ast.Load):
            found.setdefault(node.id, []).append(node)
    return found


def names_in(node) -> set:
    """The names that stand in a node."""
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}
