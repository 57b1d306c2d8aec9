"""Lesson text as one piece of styled content."""

from __future__ import annotations

from textual.content import Content

from lessons import lay_out

STYLES = {"": "", "code": "ansi_cyan", "code-block": "ansi_cyan", "bold": "bold"}


def prose(markdown: str, width: int) -> Content:
    """A page's text, laid out for so many columns."""
    lines = [
        Content.assemble(*((span.text, STYLES[span.style]) for span in line)) if line else Content("")
        for line in lay_out(markdown, width)
    ]
    return Content("\n").join(lines)
