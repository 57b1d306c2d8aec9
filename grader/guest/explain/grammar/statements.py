"""Words of Python that do not stand as they should: if, for, def, import, return and the others."""

import builtins
import difflib
import re

from ..case import Case, Found
from .reading import BLOCK_WORDS, KEPT, STATEMENT_WORDS, bare, first_word

_FIRST = BLOCK_WORDS | STATEMENT_WORDS | {"print", "input"}


def word_with_a_capital(case: Case):
    first = first_word(case.line)
    small = first.lower()
    if first == small or "invalid syntax" not in case.message:
        return None
    if small in _FIRST and re.match(rf"\s*{first}(\s+[\w\"'(\[]|\s*:)", case.line):
        return Found("capital-letter", case.error_line, {"name": first, "small": small})
    return None


def word_misspelled(case: Case):
    first, line = first_word(case.line), bare(case.line)
    if "invalid syntax" not in case.message or first in KEPT or hasattr(builtins, first) or len(first) < 2:
        return None
    same_letters = [word for word in sorted(_FIRST) if sorted(word) == sorted(first)]
    close = difflib.get_close_matches(first, sorted(_FIRST), n=4, cutoff=0.6)
    for near in [*same_letters, *close]:
        if near != first and _stands_like(near, first, line):
            return Found("misspelled-word", case.error_line, {"name": first, "right": near})
    return None


def _stands_like(word: str, first: str, line: str) -> bool:
    """Whether the line reads as one that begins with `word`."""
    rest = line.strip()[len(first) :].strip()
    if word in BLOCK_WORDS:
        return line.endswith(":") and (bool(rest.strip(":")) or word in ("else", "try", "finally", "except"))
    if word == "from":
        return " import " in f" {rest} "
    if word == "import":
        return bool(re.fullmatch(r"\w+( as \w+)?", rest))
    if word == "return":
        return line.startswith((" ", "\t"))
    return False


def for_without_in(case: Case):
    line = bare(case.line)
    if "'in' expected after for-loop variables" in case.message:
        return Found("for-without-in", case.error_line)
    if "invalid syntax" not in case.message and "expected" not in case.message:
        return None
    if re.match(r"\s*for\s+\w+(\s*,\s*\w+)*\s+in\s*:?$", line):
        return Found("for-nothing", case.error_line)
    head = re.match(r"\s*for\s+(.*)", line)
    if (
        head
        and not head[1].startswith("=")
        and head[1].split()[0].rstrip(":") not in KEPT - {"in"}
        and not re.search(r"\w\)?\s+in\b", head[1])
    ):
        return Found("for-without-in", case.error_line)
    return None


def equals_where_two_belong(case: Case):
    line, first = bare(case.line), first_word(case.line)
    asks = first in ("if", "elif", "while", "assert") and re.search(r"[\w)\]\"]\s*(?<![=!<>:+*/-])=(?![=<>!])", line)
    if "Maybe you meant '==' or ':='" in case.message or (
        asks and re.search("invalid syntax|cannot assign", case.message)
    ):
        return Found("equals", case.error_line) if not re.search(r"=\s+=", line) else None
    if 'perhaps you meant "=="' in case.message and re.search(r"[-+*/%]\s*\w+\s*=[^=]", line):
        return Found("equals", case.error_line)
    return None


def import_out_of_order(case: Case):
    line = bare(case.line)
    if re.match(r"\s*import\s+\w+\s+from\s+\w+", line):
        return Found("import-order", case.error_line)
    if "Expected one or more names after 'import'" in case.message or re.match(r"\s*from\s+[\w.]+\s*$", line):
        return Found("import-nothing", case.error_line)
    if re.match(r"\s*(import|from)\s+\"\"", line):
        return Found("import-text", case.error_line)
    if re.match(r"\s*import\s+[a-z]\w*\s+(?!as\b|from\b)[a-z]\w*\s*$", line):
        return Found("missing-comma/import", case.error_line)
    return None


def lambda_with_a_statement(case: Case):
    line = bare(case.line)
    if (
        re.search(r"\blambda\b[^:]*:\s*(return|print\s+[\w\"]|if|for|pass)\b", line)
        or "cannot assign to lambda" in case.message
    ):
        return Found("lambda-return", case.error_line)
    return None


def choice_without_else(case: Case):
    line = bare(case.line)
    if "expected 'else' after 'if' expression" in case.message:
        slug = "list-if-first" if re.search(r"[\[({].*\bif\b.*\bfor\b", line) else "if-without-else"
        return Found(slug, case.error_line)
    if "invalid syntax" in case.message and re.search(r"=\s*if\b", line):
        return Found("if-without-else", case.error_line)
    return None


def statement_as_a_value(case: Case):
    line = bare(case.line)
    if "invalid syntax" not in case.message:
        return None
    words = "|".join(sorted((BLOCK_WORDS | STATEMENT_WORDS) - {"if", "else", "match", "case"}))
    if found := re.search(rf"[=(,]\s*({words})\s+[\w\"(]", line):
        return Found("keyword-in-value", case.error_line, {"word": found[1]})
    if found := re.match(r"\s*(pass|break|continue)\s+[\w\"]", line):
        return Found("word-alone", case.error_line, {"word": found[1]})
    return None


def global_with_a_value(case: Case):
    if found := re.match(r"\s*(global|nonlocal)\s+(\w+)\s*=", bare(case.line)):
        return Found("global-value", case.error_line, {"word": found[1], "name": found[2]})
    return None


def raise_with_a_comma(case: Case):
    return Found("raise-comma", case.error_line) if re.match(r"\s*raise\s+\w+\s*,", bare(case.line)) else None


RULES = (
    word_with_a_capital,
    for_without_in,
    equals_where_two_belong,
    import_out_of_order,
    lambda_with_a_statement,
    choice_without_else,
    global_with_a_value,
    raise_with_a_comma,
    word_misspelled,
    statement_as_a_value,
)
