"""What this room says when something could not be done."""

from __future__ import annotations


class SyncError(Exception):
    """Something was not kept, carried or merged; the message says what happened and what to do next."""


class Busy(SyncError):
    """Another window or another person is using this record right now."""
