"""What staff and head office do with the record: carry it out, take it in, say who did what."""

from __future__ import annotations

from pathlib import Path

from .home import Home


def export_lines(home: Home, target: Path, *, with_code: bool) -> list[str]:
    """Write a bundle into a folder and say what is in it. Raises `SyncError`."""
    raise NotImplementedError


def merge_lines(home: Home, sources: list[Path]) -> tuple[list[str], bool]:
    """Take in bundles and say who did what; also whether any was refused. Raises `SyncError`."""
    raise NotImplementedError
