r"""Our small part of Markdown, laid out in lines of a given width.

Known are paragraphs, `code`, **bold**, blocks indented by 4 blanks, and lists that begin with `- ` or `1. `.
Everything else is plain characters; making characters safe to show is the screen's task.

A code line that is longer than the width goes on in the next line. The cut is marked by a `\` in the last column,
in plain style, so that a screen can tell it from a `\` of the program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

Style = Literal["", "code", "bold", "code-block"]


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of one line that look the same."""

    text: str
    style: Style = ""


Line = tuple[Span, ...]
"""One line on the screen; an empty line has no spans."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, an item of a list, or a block of code."""

    text: str
    """Prose in one line, or the lines of code without their indent."""
    mark: str = ""
    """What an item of a list begins with: `- ` or `1. `."""
    is_code: bool = False
    follows: bool = False
    """Whether there is no empty line between this block and the one before."""


CODE_INDENT = "    "

_ITEM = re.compile(r"(- |\d{1,3}\. )(.*)", re.ASCII)
_INLINE = re.compile(r"`([^`]+)`|\*\*(?!\s)((?:[^*`]|`[^`]+`)+)\*\*")

_Word = list[tuple[str, Style]]
"""Characters with no place to break between them; the first may be the blank that parts it from the word before."""


def parse(markdown: str) -> list[Block]:
    """The blocks of a text, in order."""
    blocks: list[Block] = []
    gap = 0  # empty lines since the last block
    for line in markdown.expandtabs(4).split("\n"):
        last = blocks[-1] if blocks else None
        if not line.strip():
            gap += 1
            continue
        if line.startswith(CODE_INDENT) and (gap or last is None or not last.mark):
            code = line[len(CODE_INDENT) :].rstrip()
            if last is not None and last.is_code:
                blocks[-1] = replace(last, text=last.text + "\n" * (gap + 1) + code)
            else:
                blocks.append(Block(code, is_code=True, follows=not gap))
        elif item := _ITEM.match(line):
            blocks.append(Block(item[2].strip(), item[1], follows=not gap))
        elif last is not None and not gap and not last.is_code:
            blocks[-1] = replace(last, text=f"{last.text} {line.strip()}")
        else:
            blocks.append(Block(line.strip(), follows=not gap))
        gap = 0
    return blocks


def inline(prose: str) -> Iterator[Span]:
    """The spans of one block of prose: plain, `code` and **bold**; code inside bold is code."""
    done = 0
    for found in _INLINE.finditer(prose):
        if found.start() > done:
            yield Span(prose[done : found.start()])
        if found[1]:
            yield Span(found[1], "code")
        else:
            yield from (replace(span, style=span.style or "bold") for span in inline(found[2]))
        done = found.end()
    if done < len(prose):
        yield Span(prose[done:])


def lay_out(markdown: str, width: int) -> list[Line]:
    """The lines of a text at a width in columns, one for each character. No line is longer."""
    lines: list[Line] = []
    for block in parse(markdown):
        if lines and not block.follows:
            lines.append(())
        lines += _code_lines(block, width) if block.is_code else _prose_lines(block, width)
    return lines


def plain(markdown: str) -> str:
    """The prose without any code, a line for each paragraph and item: what a reading grade is worked out from."""
    prose = ("".join(span.text for span in inline(block.text) if span.style != "code") for block in _prose(markdown))
    return "\n".join(" ".join(text.split()) for text in prose)


def bold_parts(markdown: str) -> list[str]:
    """What is written in **bold**."""
    return [
        found[2].replace("`", "") for block in _prose(markdown) for found in _INLINE.finditer(block.text) if found[2]
    ]


def _prose(markdown: str) -> list[Block]:
    return [block for block in parse(markdown) if not block.is_code]


def _code_lines(block: Block, width: int) -> Iterator[Line]:
    room = max(2, width - len(CODE_INDENT))
    for line in block.text.split("\n"):
        rest = line
        while len(rest) > room:
            yield (Span(CODE_INDENT), Span(rest[: room - 1], "code-block"), Span("\\"))
            rest = rest[room - 1 :]
        yield (Span(CODE_INDENT), Span(rest, "code-block")) if rest else ()


def _prose_lines(block: Block, width: int) -> Iterator[Line]:
    mark, hang = block.mark, " " * len(block.mark)
    for line in _wrapped(_words(block.text), max(1, width - len(mark))):
        runs = groupby(line, lambda pair: pair[1])
        spans = tuple(Span("".join(letter for letter, _ in run), style) for style, run in runs)
        yield (Span(mark), *spans) if mark else spans
        mark = hang


def _words(prose: str) -> list[_Word]:
    words: list[_Word] = [[]]
    for span in inline(prose):
        for letter in span.text:
            if letter == " " and span.style != "code":
                words.append([])
            words[-1].append((letter, span.style))
    return [word for word in words if word and (len(word) > 1 or word[0][0] != " ")]


def _wrapped(words: list[_Word], width: int) -> Iterator[_Word]:
    """Lines as full as can be. A word that is longer than a line is cut."""
    line: _Word = []
    for word in words:
        if line and len(line) + len(word) <= width:
            line += word
            continue
        if line:
            yield line
        line = word[1:] if word and word[0][0] == " " and word[0][1] != "code" else word
        while len(line) > width:
            yield line[:width]
            line = line[width:]
    yield line
