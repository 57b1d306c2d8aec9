"""The sentences of one mistake."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """English sentences with {fields}; gettext finds them by this name (see README.md). "" where nothing is to say."""

    what: str
    """What happened."""
    why: str
    """Why: how Python reads it."""
    to_try: str
    """What to try next."""
