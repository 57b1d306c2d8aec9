"""Says what went on in a program: what happened, why, and what to try, in English or Spanish."""

from .asking import explain, first_sight, general, look_closer
from .catalogue import ENGLISH, LANGUAGES, SPANISH, about, knows, name_of_part, with_line
from .explanation import Explanation

__all__ = [
    "ENGLISH",
    "LANGUAGES",
    "SPANISH",
    "Explanation",
    "about",
    "explain",
    "first_sight",
    "general",
    "knows",
    "look_closer",
    "name_of_part",
    "with_line",
]
