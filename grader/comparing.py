"""Compare what a program printed with what was wanted, and say in words how they differ."""

from __future__ import annotations

import re

from .explaining import ENGLISH, Explanation, about


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


def difference(wanted: str, printed: str, language: str = ENGLISH) -> Explanation:
    """What sets two different outputs apart, for a beginner. Its line is one of the output."""
    want, got = lines_of(wanted), lines_of(printed)
    if not got:
        return about("nothing-printed", language)
    if want == got:
        return about("spacing/ends", language)
    kind = next((slug for slug, alike in _KINDS if alike(want, got)), "other-text")
    return about(kind, language, line=_first_difference(want, got))


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
    ("letter-case", lambda want, got: [line.lower() for line in want] == [line.lower() for line in got]),
    ("line-missing/empty", lambda want, got: _only_empty_lines_differ(want, got) and len(got) < len(want)),
    ("line-extra/empty", _only_empty_lines_differ),
    ("quotes-printed", lambda want, got: _without_quotes(want) == _without_quotes(got) and _count_quotes(got) > _count_quotes(want)),
    ("one-line", lambda want, got: len(got) < len(want) and _squeezed(want) == _squeezed(got)),
    ("spacing", lambda want, got: _squeezed(want) == _squeezed(got)),
    ("line-order", lambda want, got: sorted(want) == sorted(got)),
    ("line-missing", lambda want, got: _inside(few=got, many=want)),
    ("line-extra", _inside),
    ("code-printed", _prints_code),
    ("punctuation", lambda want, got: _letters(want) == _letters(got)),
)  # fmt: skip
