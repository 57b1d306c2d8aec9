"""Colours for Python, line by line: only a line that changed is read again."""

from __future__ import annotations

import re
from functools import lru_cache

from pygments.lexers.python import PythonLexer
from pygments.token import Token

Spans = tuple[tuple[int, int, str], ...]
"""Where each colour begins and ends in a line, in bytes of UTF-8, and its name."""

_KINDS = (
    (Token.Comment, "comment"),
    (Token.Literal.String, "string"),
    (Token.Literal.Number, "number"),
    (Token.Keyword, "keyword"),
    (Token.Operator.Word, "keyword"),
    (Token.Name.Builtin, "builtin"),
    (Token.Name.Exception, "builtin"),
    (Token.Name.Function, "definition"),
    (Token.Name.Class, "definition"),
)
_LEXER = PythonLexer(stripnl=False, ensurenl=False)
_OPENINGS = re.compile(r"#|'''|\"\"\"|'|\"")
LONGEST = 1000
"""Characters; a longer line gets no colours."""


def highlights(lines: list[str]) -> list[Spans]:
    """The colours of a program, line by line. Text in triple quotes may go over many lines."""
    found, inside = [], ""
    for line in lines:
        spans, inside = _line(line, inside)
        found.append(spans)
    return found


@lru_cache(4096)
def _line(line: str, inside: str) -> tuple[Spans, str]:
    """The colours of one line that begins inside these triple quotes (or ""), and what the next begins inside."""
    if len(line) > LONGEST:
        return (), inside
    start = 0
    if inside:
        end = line.find(inside)
        if end < 0:
            return ((0, _bytes(line), "string"),), inside
        start = end + 3
    opened, at = _open_at_end(line, start)
    spans = [(0, _bytes(line[:start]), "string")] if start else []
    spans += _lexed(line[start:at], _bytes(line[:start]))
    if opened:
        spans.append((_bytes(line[:at]), _bytes(line), "string"))
    return tuple(spans), opened


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _open_at_end(line: str, start: int) -> tuple[str, int]:
    """The triple quotes a line leaves open and where they begin; "" and the line's length if none."""
    at = start
    while found := _OPENINGS.search(line, at):
        if found[0] == "#":
            break
        end = line.find(found[0], found.end())
        if end < 0:
            return (found[0], found.start()) if len(found[0]) == 3 else ("", len(line))
        at = end + len(found[0])
    return "", len(line)


def _lexed(text: str, offset: int) -> list[tuple[int, int, str]]:
    spans = []
    for token, piece in _LEXER.get_tokens(text):
        size = _bytes(piece)
        kind = next((name for parent, name in _KINDS if token in parent), None)
        if kind:
            spans.append((offset, offset + size, kind))
        offset += size
    return spans
