"""Signs between values: those of other languages, those in the other order, those with nothing beside them."""

import re

from ..case import Case, Found
from .reading import bare, here

_LOOK_ALIKE = {
    "\u2013": "-", "\u2014": "-", "\u2212": "-", "\u2010": "-", "\u2011": "-", "\u00d7": "*", "\u00f7": "/",
    "\u2260": "!=", "\u2264": "<=", "\u2265": ">=", "\uff08": "(", "\uff09": ")", "\uff0c": ",", "\uff1a": ":",
    "\uff1b": ";", "\uff1d": "=", "\u3001": ",", "\u2215": "/", "\u2217": "*", "\u00b7": "*", "\u22c5": "*",
    "\uff0b": "+", "\uff1e": ">", "\uff1c": "<", "\u2032": "'", "`": "'",
}  # fmt: skip
"""Signs that look like one that Python reads, and that one."""


def sign_that_looks_alike(case: Case):
    sign = here(case)[:1]
    if "`" in bare(case.line) and "invalid syntax" in case.message:
        sign = "`"
    elif "invalid character" not in case.message:
        return None
    if sign in _LOOK_ALIKE:
        return Found("odd-sign", case.error_line, {"sign": sign, "right": _LOOK_ALIKE[sign]})
    return Found("odd-character", case.error_line, {"sign": sign})


def sign_that_is_not_seen(case: Case):
    return Found("unseen-sign", case.error_line) if "non-printable character" in case.message else None


_SIGNS = (
    (r"\+\+|(?<=\w)--(?!\s*[\w(])", "plus-plus"),
    (r"===|!==", "triple-equals"),
    (r"<>", "not-equal-sign"),
    (r"&&|\|\|", "and-or-signs"),
    (r"=<|=>|=!", "compare-order"),
    (r"[<>!+*/-]\s+=|=\s+=", "split-sign"),
    (r"\bin\s+not\b|\bis\s+not\s+in\b", "not-in-order"),
    (r"(?<=[\w)\]])\s+not\s+(?!in\b)[\w\"(]", "not-in-order/not"),
)
_MEANT = {
    "++": "+= 1", "--": "-= 1", "===": "==", "!==": "!=", "&&": "and", "||": "or", "=<": "<=", "=>": ">=", "=!": "!=",
}  # fmt: skip


def signs_of_another_language(case: Case):
    line = bare(case.line)
    if not re.search("invalid syntax|cannot assign|expected", case.message):
        return None
    for pattern, slug in _SIGNS:
        found = re.search(pattern, line)
        if not found or (slug == "plus-plus" and re.search(r"\+\+\s*\w", line) and "invalid" not in case.message):
            continue
        sign = found[0].strip()
        if slug == "split-sign" and re.match(r"\s*\w+!\s+=", line):
            continue
        if slug == "split-sign":
            return Found(slug, case.error_line, {"sign": sign, "right": "".join(sign.split())})
        if slug == "not-in-order/not" and re.search(r"\b(and|or|if|elif|while|return|is|in|print)\s+not\b", line):
            continue
        return Found(slug, case.error_line, {"sign": sign, "right": _MEANT.get(sign, "")} if sign in _MEANT else {})
    if re.search(r"(^|[\s(])![A-Za-z_(]", line):
        return Found("and-or-signs", case.error_line, {"sign": "!", "right": "not"})
    return None


def walrus_as_a_line(case: Case):
    return Found("walrus", case.error_line) if re.match(r"\s*\w+\s*:=", bare(case.line)) else None


def nothing_after_equals(case: Case):
    if "invalid syntax" in case.message and re.search(r"(?<![=<>!])[-+*/%]?=\s*$", bare(case.line)):
        return Found("nothing-after-equals", case.error_line)
    return None


_SIGN = r"\*\*|//|==|!=|<=|>=|[-+*/%<>]"


def sign_without_a_value(case: Case):
    line = bare(case.line)
    if not re.search("invalid syntax|starred expression|Invalid star|expected", case.message):
        return None
    found = re.search(rf"({_SIGN}|\b(?:and|or|not|in|is)\b)\s*([)\]}}:,]|$)", line)
    if found and not re.match(r"\s*(from|import)\b.*\*$|.*\(\s*\*\s*[),]", line):
        return Found("operator-end", case.error_line, {"sign": found[1]})
    if found := re.search(rf"({_SIGN})\s*(//|==|!=|<=|>=|[*/%<>])", line):
        return Found("two-signs", case.error_line, {"sign": found[1], "other": found[2]})
    if found := re.search(
        r"(?:[=(,\[]|\breturn|\bif)\s*(\*\*|//|==|!=|[*/%])\s+[\w\"(]|(?:[=(,\[]|\breturn|\bif)\s*(/|%|==|!=|<|>)\s*[\w\"(]",
        line,
    ):
        return Found("operator-start", case.error_line, {"sign": found[1] or found[2]})
    return None


def dot_without_a_name(case: Case):
    line = bare(case.line)
    if "invalid syntax" not in case.message:
        return None
    if re.search(r"[A-Za-z_)\]\"]\s*\.\s*([).,\]:]|$|\d)|\.\.|(^|[=(,\s])\.[A-Za-z_]", line) and not re.match(
        r"\s*from\s", line
    ):
        return Found("dot-end", case.error_line)
    return None


SURE = (sign_that_is_not_seen, sign_that_looks_alike, signs_of_another_language, walrus_as_a_line, sign_without_a_value)
RULES = (nothing_after_equals, dot_without_a_name)
