"""Lines that belong together: where they start, and what begins and goes on with a block."""

import re

from ..case import Case, Found
from .reading import BLOCK_WORDS, bare, first_word


def block_not_indented(case: Case):
    if "expected an indented block" not in case.message:
        return None
    head = re.search(r"on line (\d+)", case.message)
    number = int(head[1]) if head else max(1, (case.error_line or 2) - 1)
    word = first_word(case.text(number)) or "if"
    between = [case.text(at) for at in range(number + 1, case.error_line or number + 1)]
    after = case.line
    nothing = case.error_line == number or not after.strip() or any(re.match(r"\s+#", line) for line in between)
    if nothing or (first_word(after) == word == "def"):
        return Found("block-empty", number, {"word": word})
    return Found("indent-missing", case.error_line, {"word": word, "head": number})


def lines_do_not_line_up(case: Case):
    if "unindent does not match" in case.message:
        return Found("indent-uneven", case.error_line)
    if case.kind == "TabError":
        return Found("tabs-and-spaces", case.error_line)
    if re.search("too many levels|too many statically nested", case.message):
        return Found("too-deep", case.error_line)
    return None


def line_too_far_right(case: Case):
    if case.kind == "IndentationError" and "unexpected indent" in case.message:
        return Found("indent", case.error_line)
    return None


def else_written_otherwise(case: Case):
    line = bare(case.line)
    if re.match(r"\s*else\s*if\b", line):
        return Found("else-if", case.error_line, {"word": "else if" if re.match(r"\s*else\s+if", line) else "elseif"})
    if found := re.match(r"\s*(elsif|elif\s+if|elseif|elf|elseIf)\b", line):
        return Found("else-if", case.error_line, {"word": " ".join(found[1].split())})
    if re.match(r"\s*else\s*[^:\s=;,.{]", line) and "expected ':'" in case.message:
        return Found("else-with-test", case.error_line)
    return None


def test_missing(case: Case):
    if found := re.match(r"\s*(if|elif|while)\s*:", bare(case.line)):
        return Found("test-missing", case.error_line, {"word": found[1]})
    return None


_BEGINNINGS = {"else": "if", "elif": "if", "except": "try", "finally": "try"}


def part_without_its_beginning(case: Case):
    word = first_word(case.line)
    if "block follows an 'else' block" in case.message:
        return Found("elif-after-else", case.error_line)
    if word not in _BEGINNINGS or case.message != "invalid syntax" or not case.line.rstrip().endswith(":"):
        return None
    slug = "else-alone" if _BEGINNINGS[word] == "if" else "except-alone"
    return Found(slug, case.error_line, {"word": word, "begin": _BEGINNINGS[word]})


def try_without_except(case: Case):
    return Found("try-alone", case.error_line) if "expected 'except' or 'finally' block" in case.message else None


def else_on_the_same_line(case: Case):
    if re.match(r"\s*if\b.*:.*\S\s+else\s*:", bare(case.line)):
        return Found("else-on-one-line", case.error_line)
    return None


def another_sign_for_the_colon(case: Case):
    line = bare(case.line)
    if first_word(line) not in BLOCK_WORDS or case.message not in ("invalid syntax", "expected ':'"):
        return None
    if found := re.search(r"([;,.=])$", line):
        return Found("not-a-colon", case.error_line, {"sign": found[1]})
    return None


def colon_missing(case: Case):
    line, word = bare(case.line), first_word(case.line)
    if "expected ':'" in case.message:
        return Found("missing-colon", case.error_line, {"word": word})
    if case.message == "invalid syntax" and re.match(
        r"\s*(if|while|elif|for)\b[^:]*[\w)\]\"]\s+(print|input|return|break|continue)\b[^:]*$", line
    ):
        return Found("missing-colon/inside", case.error_line, {"word": word})
    if (
        case.message == "invalid syntax"
        and re.search(r"\blambda\b[^:]*$", line)
        and not re.search(r"\blambda\s*=", line)
    ):
        return Found("missing-colon/lambda", case.error_line)
    return None


def colon_where_none_belongs(case: Case):
    line = bare(case.line)
    if (
        line.endswith(":")
        and first_word(line) not in BLOCK_WORDS
        and re.match(r"\s*(print|input)\s*\(.*\):$|\s*\w+\s*=[^=].*[^:]:$", line)
    ):
        return Found("extra-colon", case.error_line)
    return None


RULES = (
    block_not_indented,
    lines_do_not_line_up,
    line_too_far_right,
    else_written_otherwise,
    test_missing,
    part_without_its_beginning,
    try_without_except,
    else_on_the_same_line,
    another_sign_for_the_colon,
    colon_where_none_belongs,
)
