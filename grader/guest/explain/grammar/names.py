"""Names that Python does not take: kept words, spaces, digits first, signs."""

import re

from ..case import Case, Found
from .reading import KEPT, bare, first_word

_NUMBER = r"invalid (decimal|hexadecimal|octal|binary|imaginary) literal|invalid decimal"


def digit_first(case: Case):
    if not re.search(_NUMBER, case.message) and case.message != "invalid syntax":
        return None
    line = bare(case.line)
    if "invalid decimal literal" in case.message:
        if found := re.search(r"\b\d[\d_]*(?:__|_(?!\w))[\d_]*", line):
            return Found("number-underscore", case.error_line, {"number": found[0]})
        left = re.match(r"\s*(?:(?:def|class|for|import)\s+)?(\d+[A-Za-z_]\w*)\s*(=(?!=)|\(|\bin\b|:|$)", line)
        order = re.search(r"\b(\d+(?:st|nd|rd|th))\b", line)
        if left or order:
            return Found("digit-first", case.error_line, {"name": (left or order)[1]})
        found = re.search(r"\b(\d[\d.]*)([A-Za-z_]\w*)", line)
        return Found(
            "number-letters",
            case.error_line,
            {"number": found[1], "word": found[2]} if found else {"number": "2", "word": "x"},
        )
    if found := re.search(r"\b\d+\.\d+(\.\d+)+", line):
        return Found("two-dots", case.error_line, {"number": found[0]})
    return None


def space_in_name(case: Case):
    if case.message not in ("invalid syntax", "expected '('"):
        return None
    line = bare(case.line)
    words = r"([A-Za-z_]\w*(?:[ \t]+[A-Za-z_]\w*)+)"
    if found := re.match(rf"\s*{words}\s*(?:[-+*/]?=)(?!=)", line) or re.match(
        rf"\s*(?:def|class)\s+{words}\s*[(:]", line
    ):
        name = found[1]
        parts = name.split()
        if found[0].lstrip().startswith("def") and ":" in found[0] and "(" not in line:
            return None
        if not any(part in KEPT for part in parts):
            return Found("space-in-name", case.error_line, {"name": " ".join(parts), "right": "_".join(parts)})
    return None


def dash_in_name(case: Case):
    if found := re.match(r"\s*(?:def|class)\s+(\w+(?:-\w+)+)", bare(case.line)):
        return Found("dash-in-name", case.error_line, {"name": found[1], "right": found[1].replace("-", "_")})
    return None


def sign_in_name(case: Case):
    if "invalid syntax" not in case.message:
        return None
    line = bare(case.line)
    if found := re.search(r"\$", line):
        slug = "sign-in-name/money" if re.search(r"\$\s*\d", line) else "sign-in-name"
        return Found(slug, case.error_line, {"sign": "$"})
    if found := re.search(r"\w([?!])(?!=)\s*(=|$)", line):
        return Found("sign-in-name", case.error_line, {"sign": found[1]})
    if "?" in line and not re.search(r"\(\s*[A-Za-z][\w ,.!?'-]*\)", line):
        return Found("sign-in-name", case.error_line, {"sign": "?"})
    if found := re.match(r"\s*class\s+\w+([^\w\s(:\[-])", line):
        return Found("sign-in-name", case.error_line, {"sign": found[1]})
    if re.match(r"\s*@\s*$", line):
        return Found("at-sign", case.error_line)
    return None


_NOT_NAMES = KEPT - {
    "not",
    "lambda",
    "await",
    "yield",
    "if",
    "else",
    "in",
    "is",
    "and",
    "or",
    "for",
    "True",
    "False",
    "None",
}


def kept_word_as_a_name(case: Case):
    if (
        "invalid syntax" not in case.message
        and "cannot assign to" not in case.message
        and case.message != "expected '('"
    ):
        return None
    line = bare(case.line)
    words = "|".join(sorted(KEPT))
    found = (
        re.match(rf"\s*({words})\s*=(?!=)", line)
        or re.match(rf"\s*(?:def|class)\s+({words})\b", line)
        or re.match(rf"\s*for\s+({words})\s+in\b", line)
        or re.match(rf"\s*(?:import|from)\s+({words})\b", line)
        or re.match(rf"\s*def\s+\w+\s*\((?:.*,)?\s*({words})\s*[,)=]", line)
        or re.search(rf"\.({words})\b", line)
        or re.search(rf"[(,]\s*({words})\s*=(?!=)", line)
        or re.search(rf"(?:[=(,]|==)\s*({'|'.join(sorted(_NOT_NAMES))})\s*(?:[),]|$)", line)
    )
    if found and not (found[1] == "import" and first_word(line) == "from"):
        return Found("kept-word", case.error_line, {"word": found[1]})
    return None


def class_without_a_name(case: Case):
    if re.match(r"\s*class\s*(\(|:|\"|\d|$)", bare(case.line)) and "invalid syntax" in case.message:
        return Found("class-name", case.error_line)
    return None


RULES = (digit_first, kept_word_as_a_name, dash_in_name, space_in_name, sign_in_name, class_without_a_name)
