"""Make text from a learner, a pack or a stick safe to show on a terminal."""

from __future__ import annotations

import re
import unicodedata

LONGEST_LINE = 400
"""Characters of one line that are shown."""

LONGEST = 200_000
"""Characters of a whole text that are shown."""

MAX_MARKS = 3
"""Combining marks kept on one letter."""

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\u034f\u17b4\u17b5\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)
_SAFE_ASCII = re.compile(r"[\n\x20-\x7e]*")


def _picture(found: re.Match[str]) -> str:
    """What stands for a character that is not shown: `^[` for ESC and its like, `?` for the rest."""
    code = ord(found[0])
    return "^" + chr(code + 64) if code < 32 else "?"


def clean(text: str) -> str:
    """The text with everything visible: no control or direction characters, few marks, lines and length bounded."""
    if len(text) > LONGEST:
        text = text[:LONGEST] + "\n(more was cut)"
    text = text.replace("\r\n", "\n").expandtabs(4)
    if not _SAFE_ASCII.fullmatch(text):
        text = _few_marks(_UNSAFE.sub(_picture, text))
    return "\n".join(line if len(line) <= LONGEST_LINE else line[:LONGEST_LINE] + "..." for line in text.split("\n"))


def clean_line(text: str, longest: int = LONGEST_LINE) -> str:
    """The same for a name or a title: one line."""
    flat = clean(text).replace("\n", " ")
    return flat if len(flat) <= longest else flat[: longest - 3] + "..."


def _few_marks(text: str) -> str:
    kept, marks = [], 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) or unicodedata.category(character) == "Me" else 0
        if marks <= MAX_MARKS:
            kept.append(character)
    return "".join(kept)
