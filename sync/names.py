"""Names of learners: what may be shown on a screen, and when two names are the same."""

from __future__ import annotations

import unicodedata

from .errors import SyncError

MAX_NAME = 40
"""Characters."""

_UNSEEN_CATEGORIES = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_UNSEEN_LETTERS = set("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
_VARIATION_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0), range(0x180B, 0x1810))


def clean_name(name: str) -> str:
    """The name as it is kept: composed (NFC), single spaces; raises SyncError when it can't be a name."""
    name = unicodedata.normalize("NFC", name).strip()
    if any(_is_unseen(letter) for letter in name):
        raise SyncError("This name has a character that can't be seen. Type the name again, letter by letter.")
    name = " ".join(name.split())
    if not name:
        raise SyncError("A name needs at least one letter. Type a name.")
    if len(name) > MAX_NAME:
        raise SyncError(f"A name has at most {MAX_NAME} letters. Type a shorter one.")
    return name


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same but for capital letters and ways to write a letter."""
    return _folded(one) == _folded(other)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def _is_unseen(letter: str) -> bool:
    return (
        unicodedata.category(letter) in _UNSEEN_CATEGORIES
        or letter in _UNSEEN_LETTERS
        or any(ord(letter) in selectors for selectors in _VARIATION_SELECTORS)
    )
