"""What the rules read from a line: its words without texts and comments, and the place Python points at."""

import keyword
import re

from ..case import Case

TEXT = re.compile(r"(?<!\w)[A-Za-z]{0,2}(\"\"\".*?\"\"\"|'''.*?'''|\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*')")
"""A text that begins and ends on the line."""

KEPT = frozenset(keyword.kwlist)
"""Words that Python keeps for itself."""

BLOCK_WORDS = frozenset("if elif else for while def class try except finally with match case".split())
"""Words that begin a block."""

STATEMENT_WORDS = frozenset("import from return pass break continue del global nonlocal assert raise".split())


def bare(line: str) -> str:
    """A line with "" for each text, and without its comment."""
    return re.sub(r"#.*", "", TEXT.sub('""', line)).rstrip()


def first_word(line: str) -> str:
    """The word a line begins with; "" if it begins with a sign."""
    found = re.match(r"\s*([^\W\d]\w*)", line)
    return found[1] if found else ""


def here(case: Case) -> str:
    """The line from where Python points at."""
    return case.line[start(case) :]


def before(case: Case) -> str:
    """The line up to where Python points at."""
    return case.line[: start(case)]


def start(case: Case) -> int:
    """The place in the line, from 0, that Python points at."""
    return max(0, (case.syntax_error.offset or 1) - 1)


def word_here(case: Case) -> str:
    """The word that Python points at; "" if it is a sign."""
    found = re.match(r"\w+", here(case))
    return found[0] if found else ""


def short(text: str) -> str:
    """A piece of code on one line, cut to what fits into a sentence."""
    plain = " ".join(text.split())
    return plain if len(plain) <= 30 else plain[:27] + "..."
