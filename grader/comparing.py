"""Compare what a program printed with what was wanted, and say in words how they differ."""

from __future__ import annotations

import re

from .diagnosis import Diagnosis


def same_output(wanted: str, printed: str, *, exact: bool = False) -> bool:
    """Whether two outputs are the same; unless `exact`, blanks at line ends and empty last lines are forgiven."""
    if exact:
        return wanted.removesuffix("\n") == printed.removesuffix("\n")
    return lines_of(wanted) == lines_of(printed)


def lines_of(output: str) -> list[str]:
    """The lines of an output without blanks at their ends, and without empty lines at the end."""
    lines = [line.rstrip() for line in output.split("\n")]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def difference(wanted: str, printed: str) -> Diagnosis:
    """What sets two different outputs apart, for a beginner."""
    want, got = lines_of(wanted), lines_of(printed)
    if not got:
        return Diagnosis(
            "nothing-printed", "The program ran to its end but printed nothing. Use print( ) to show text."
        )
    if want == got:
        return Diagnosis("spacing", "The words are right. Only blanks at line ends differ. They count here.")
    number = _first_difference(want, got)
    for slug, alike, message in _KINDS:
        if alike(want, got):
            return Diagnosis(slug, message.format(line=number), number)
    return Diagnosis(
        "other-text", f"Look at line {number} of the output. Compare it with what is wanted, letter by letter.", number
    )


def _first_difference(want: list[str], got: list[str]) -> int:
    pairs = zip(want, got, strict=False)
    return next((at for at, (one, other) in enumerate(pairs, 1) if one != other), min(len(want), len(got)) + 1)


def _squeezed(lines: list[str]) -> str:
    return re.sub(r"\s+", "", "".join(lines))


def _without_quotes(lines: list[str]) -> list[str]:
    return [re.sub(r"[\"']", "", line).strip() for line in lines]


def _count_quotes(lines: list[str]) -> int:
    return sum(line.count('"') + line.count("'") for line in lines)


def _letters(lines: list[str]) -> str:
    return re.sub(r"[\W_]+", "", "".join(lines))


def _only_empty_lines_differ(want: list[str], got: list[str]) -> bool:
    return [line for line in want if line] == [line for line in got if line]


def _inside(few: list[str], many: list[str]) -> bool:
    rest = iter(many)
    return len(few) < len(many) and all(line in rest for line in few)


def _prints_code(want: list[str], got: list[str]) -> bool:
    if any("print(" in line for line in got) and not any("print(" in line for line in want):
        return True
    changed = [(one, other) for one, other in zip(want, got, strict=False) if one != other]
    return bool(changed) and all(
        re.fullmatch(r"-?[\d.]+", one) and re.search(r"\d\s*[-+*/]", other) for one, other in changed
    )


_KINDS = (
    ("letter-case", lambda want, got: [line.lower() for line in want] == [line.lower() for line in got],
     "The words are right. Look at small and capital letters in line {line} of the output."),
    ("line-missing", lambda want, got: _only_empty_lines_differ(want, got) and len(got) < len(want),
     "The words are right. An empty line is missing: see line {line} of what is wanted. print() makes one."),
    ("line-extra", _only_empty_lines_differ,
     "The words are right. There is an empty line too many at line {line} of the output."),
    ("quotes-printed", lambda want, got: _without_quotes(want) == _without_quotes(got) and _count_quotes(got) > _count_quotes(want),
     "The output has quotes that are not wanted. Look at line {line}: which quotes are inside the text?"),
    ("one-line", lambda want, got: len(got) < len(want) and _squeezed(want) == _squeezed(got),
     "The words are right, but they are on fewer lines than wanted. Each print( ) starts a line of its own."),
    ("spacing", lambda want, got: _squeezed(want) == _squeezed(got),
     "The words are right. Look at the spaces and line ends, from line {line} of the output on."),
    ("line-order", lambda want, got: sorted(want) == sorted(got),
     "All lines are there, in another order. Python runs from top to bottom. Look at line {line}."),
    ("line-missing", lambda want, got: _inside(few=got, many=want),
     "A line is missing. Look at line {line} of what is wanted. Does your program print it?"),
    ("line-extra", _inside,
     "The program prints more than is wanted. Look at line {line} of the output."),
    ("code-printed", _prints_code,
     "The program printed code, not its result. Quotes around code make it plain text. Look at line {line}."),
    ("punctuation", lambda want, got: _letters(want) == _letters(got),
     "The words are right. Look at dots, commas and other signs in line {line} of the output."),
)  # fmt: skip
