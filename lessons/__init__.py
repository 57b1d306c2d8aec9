"""Lessons, the packs they come in, and the shelf where packs are kept."""

from .layout import Line, Span, lay_out, plain
from .lesson import Chapter, Lesson, Pack, PackError, Page, Step, Term, exercises_of, pages_of
from .loading import load_pack
from .review import review
from .shelf import BUILT_IN, Shelf

__all__ = [
    "BUILT_IN",
    "Chapter",
    "Lesson",
    "Line",
    "Pack",
    "PackError",
    "Page",
    "Shelf",
    "Span",
    "Step",
    "Term",
    "exercises_of",
    "lay_out",
    "load_pack",
    "pages_of",
    "plain",
    "review",
]
