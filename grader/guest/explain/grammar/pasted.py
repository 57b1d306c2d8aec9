"""What was copied along with a program, or comes from another language."""

import re

from ..case import Case, Found
from .reading import bare, first_word


def prompt_pasted(case: Case):
    if re.match(r"\s*(>>>|\.\.\. )", case.line):
        return Found("prompt-pasted", case.error_line, {"sign": ">>>" if ">>>" in case.line else "..."})
    return None


def line_numbers_pasted(case: Case):
    if re.match(r"\s*\d+[.:]?\s+[A-Za-z]", case.line) and not re.match(
        r"\s*\d+\s+(if|and|or|in|is|not|for)\b", case.line
    ):
        return Found("line-numbers", case.error_line)
    return None


_COMMENT = re.compile(r"\s*(//|/\*|\*/|--\s|<!--)|.*\S\s*(//)\s*[A-Za-z]\w*(\s+\w+)+\s*$")


def comment_of_another_language(case: Case):
    if found := _COMMENT.match(bare(case.line)):
        return Found("other-comment", case.error_line, {"sign": found[1].strip() if found[1] else found[2]})
    return None


_FUNCTION = "function func fun fn define sub proc procedure".split()
_DECLARE = "var let const int float double string str bool boolean char auto dim local my".split()


def other_words_for_a_block(case: Case):
    line, first = bare(case.line), first_word(case.line)
    if first.lower() in _FUNCTION and re.match(r"\s*\w+\s+\w+\s*(\(|:|$)", line):
        return Found("other-language/def", case.error_line, {"word": first})
    if first in _DECLARE and re.match(r"\s*\w+\s+[A-Za-z_]\w*\s*(=|;|$)", line):
        return Found("other-language/declare", case.error_line, {"word": first})
    if first.lower() in ("foreach", "switch", "repeat", "until", "unless", "do", "loop", "then", "begin", "end"):
        return Found("other-language/word", case.error_line, {"word": first})
    if re.match(r"\s*for\s*\(?\s*(int\s+|let\s+|var\s+)?\w+\s*=.*(;|\bto\b)", line):
        return Found("other-language/for", case.error_line)
    for word in ("then", "do"):
        if re.match(rf"\s*(if|elif|while|for)\b.*[\w)\"]\s+{word}\s*:?$", line):
            return Found("other-language/then", case.error_line, {"word": word})
    if re.search(r"[=(,]\s*new\s+\w+\s*\(", line):
        return Found("other-language/word", case.error_line, {"word": "new"})
    if re.search(r"=.*\s\?\s.*\s:\s", line):
        return Found("other-language/choose", case.error_line)
    return None


def braces_for_blocks(case: Case):
    line = bare(case.line)
    if re.match(r"\s*(if|elif|else|for|while|def|class|try|except)\b.*\{$", line) or re.match(
        r"\s*\}\s*(else.*)?$", line
    ):
        return Found("braces-for-blocks", case.error_line)
    return None


RULES = (prompt_pasted, line_numbers_pasted, comment_of_another_language, other_words_for_a_block, braces_for_blocks)
