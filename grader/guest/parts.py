"""Count the parts of the language in a program, without running it."""

import ast
import io
import re
import tokenize
from collections import Counter

_NODES = {
    ast.For: "for", ast.While: "while", ast.If: "if", ast.FunctionDef: "def", ast.Return: "return",
    ast.Import: "import", ast.ImportFrom: "import", ast.ClassDef: "class", ast.Try: "try", ast.With: "with",
    ast.List: "list", ast.Dict: "dictionary", ast.Tuple: "tuple", ast.JoinedStr: "f-string",
    ast.Assign: "assignment", ast.AugAssign: "assignment", ast.AnnAssign: "assignment",
    ast.ListComp: "for", ast.SetComp: "for", ast.DictComp: "for", ast.GeneratorExp: "for", ast.IfExp: "if",
}  # fmt: skip
_OPERATORS = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%", ast.Pow: "**",
}  # fmt: skip
_QUOTED = re.compile(r"^[A-Za-z]*('''|\"\"\"|'|\")")


def count(code: str) -> dict:
    """How often each part stands in the program. Raises SyntaxError."""
    found: Counter[str] = Counter()
    for node in ast.walk(ast.parse(code)):
        found.update(_of_node(node))
    for token in tokenize.generate_tokens(io.StringIO(code).readline):
        found.update(_of_token(token))
    return dict(found)


def _of_node(node: ast.AST) -> list[str]:
    names = [_NODES[type(node)]] if type(node) in _NODES else []
    if isinstance(node, (ast.For, ast.While, ast.If)) and node.orelse:
        chained = isinstance(node, ast.If) and len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If)
        names.append("elif" if chained else "else")
    if isinstance(node, (ast.BinOp, ast.AugAssign)) and type(node.op) in _OPERATORS:
        names.append(f"operator:{_OPERATORS[type(node.op)]}")
    if isinstance(node, ast.Call):
        name = ast.unparse(node.func)
        names += [f"call:{name}", *([name] if name in ("print", "input") else [])]
        names += ["comma"] if len(node.args) > 1 else []
    if isinstance(node, ast.Constant):
        names += ["text"] if isinstance(node.value, str) else []
        names += ["number"] if type(node.value) in (int, float, complex) else []
    return names


def _of_token(token: tokenize.TokenInfo) -> list[str]:
    if token.type == tokenize.COMMENT:
        return ["comment"]
    names = []
    if token.type in (tokenize.STRING, tokenize.FSTRING_START) and (quote := _QUOTED.match(token.string)):
        kinds = {"'": "single-quotes", '"': "double-quotes"}
        names.append(kinds.get(quote[1], "triple-quotes"))
    if token.type in (tokenize.STRING, tokenize.FSTRING_MIDDLE) and "\\" in token.string:
        names.append("backslash")
    return names
