"""Our part of Markdown, line by line."""

import random

import pytest

from lessons import Span, lay_out, plain
from lessons.layout import bold_parts


def shown(markdown, width=20) -> list[str]:
    return ["".join(span.text for span in line) for line in lay_out(markdown, width)]


def styled(markdown, width=70):
    return [(span.text, span.style) for line in lay_out(markdown, width) for span in line]


@pytest.mark.parametrize(
    ("markdown", "lines"),
    [
        ("", []),
        ("\n \n", []),
        ("one two\nthree", ["one two three"]),
        ("one two three four five", ["one two three four", "five"]),
        ("twelve and eight is\ntwenty", ["twelve and eight is", "twenty"]),
        ("exactly twenty signs", ["exactly twenty signs"]),
        ("one  two", ["one two"]),
        ("one\n\n\n\ntwo", ["one", "", "two"]),
        ("a" * 45, ["a" * 20, "a" * 20, "a" * 5]),
        ("one " + "a" * 25, ["one", "a" * 20, "a" * 5]),
        ("    a = 1\n\n    b = 2", ["    a = 1", "", "    b = 2"]),
        ("one\n    code", ["one", "    code"]),
        ("one:\n\n    code\n\ntwo", ["one:", "", "    code", "", "two"]),
        ("        deep", ["        deep"]),
        ("\tcode", ["    code"]),
        ("    " + "0123456789" * 3, ["    012345678901234\\", "    567890123456789"]),
        ("    " + "x" * 16, ["    " + "x" * 16]),
        ("- one two three four five\n- six", ["- one two three four", "  five", "- six"]),
        ("- one\n  two\n- three", ["- one two", "- three"]),
        ("- one\n    two", ["- one two"]),
        ("1. one\n2. two\n\n10. ten eleven twelve thirteen", ["1. one", "2. two", "", "10. ten eleven", "    twelve thirteen"]),
        ("one:\n- two", ["one:", "- two"]),
        ("- ", ["- "]),
        ("-no list", ["-no list"]),
        ("# no title [x](y) <b> ```", ["# no title [x](y)", "<b> ```"]),
        ("it is then `a b c d e f g`", ["it is then", "a b c d e f g"]),
    ],
)  # fmt: skip
def test_lines(markdown, lines):
    assert shown(markdown) == lines


@pytest.mark.parametrize(
    ("markdown", "spans"),
    [
        ("a `b` **c d** e", [("a ", ""), ("b", "code"), (" ", ""), ("c d", "bold"), (" e", "")]),
        ("`print`, too", [("print", "code"), (", too", "")]),
        ("`a  b`", [("a  b", "code")]),
        ("`**a**`", [("**a**", "code")]),
        ("**a `b`**", [("a ", "bold"), ("b", "code")]),
        ("a ` b", [("a ` b", "")]),
        ("a ** b * c", [("a ** b * c", "")]),
        ("2 ** 3 ** 4", [("2 ** 3 ** 4", "")]),
        ("    **a** `b`", [("    ", ""), ("**a** `b`", "code-block")]),
        ("[/] \x1b[31m [b]", [("[/] \x1b[31m [b]", "")]),
    ],
)  # fmt: skip
def test_styles(markdown, spans):
    assert styled(markdown) == spans


def test_the_mark_of_a_cut_is_not_code():
    assert lay_out("    " + "x" * 9, 12)[0] == (Span("    "), Span("x" * 7, "code-block"), Span("\\"))


def test_no_line_is_too_long_and_no_letter_is_lost():
    dice = random.Random(7)
    for _ in range(200):
        markdown = "".join(
            dice.choice(["a", "bc ", " ", "\n", "\n\n", "    ", "`", "**", "- ", "1. ", "wordword "]) for _ in range(60)
        )
        for width in (1, 2, 7, 20):
            lines = shown(markdown, width)
            if width > 8:  # room for the indent and the mark
                assert all(len(line) <= width for line in lines)
        signs = set("abcword")
        assert [s for s in "".join(shown(markdown, 20)) if s in signs] == [s for s in markdown if s in signs]


def test_plain_is_prose_without_code():
    markdown = "The sign `#` is\n**new** here.\n\n    print(1)\n\n- one `x`\n- two"
    assert plain(markdown) == "The sign is new here.\none\ntwo"


def test_bold_parts():
    assert bold_parts("A **comment**, **`print` it**.\n\n    **code**\n\n- **item**\n`**no**`") == [
        "comment",
        "print it",
        "item",
    ]
