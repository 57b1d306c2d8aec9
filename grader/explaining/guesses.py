"""Guesses that Python adds to its messages. One that leads elsewhere than the explanation is left out."""

from __future__ import annotations

import re
from collections.abc import Mapping

_GUESS = re.compile(
    r"[.,;]? (?:Did you mean|Did you forget|Or did you forget|Perhaps you forgot|perhaps you meant|Maybe you meant)[^?\n]*\?"
)

_AGREES = {
    "equals": "==", "missing-comma": "comma", "no-brackets": "(...)", "import-order": "from", "needs-import": "import",
    "no-such-module": "import",
}  # fmt: skip
"""What a guess says when it leads to the same as the explanation of this name."""


def without_misleading_guesses(python: str, slug: str, fields: Mapping[str, str]) -> str:
    """Python's own words without guesses that a beginner would follow the wrong way, such as `help` for `hello()`."""
    name = slug.partition("/")[0]

    def kept(guess: re.Match[str]) -> str:
        agrees = _AGREES.get(name, "") in guess[0] if name in _AGREES else False
        named = re.findall(r"'([^']+)'", guess[0])
        right = any(text in fields.values() or f"{text}()" in fields.values() for text in named)
        return guess[0] if agrees or right else ""

    head, last, end = python.rstrip("\n").rpartition("\n")
    # Only the last line is Python's; those above are the learner's.
    return head + last + _GUESS.sub(kept, end) + ("\n" if python.endswith("\n") else "")
