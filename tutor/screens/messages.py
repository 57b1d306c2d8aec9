"""What screens tell the app."""

from __future__ import annotations

from textual.message import Message


class OpenCard(Message):
    """Show the card on which the learner stands."""


class GoHome(Message):
    """Leave the cards."""


class SignOut(Message):
    """End the session."""
