"""The sentences of all mistakes that have a name, filled in and in the learner's language.

Each table is a gettext domain of its own: `grader/locale/es/LC_MESSAGES/TABLE.po` holds its Spanish.
"""

from __future__ import annotations

import gettext
import string
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from . import catalogue_grammar, catalogue_results, catalogue_running, catalogue_silent
from .explanation import Explanation
from .words import Words

ENGLISH, SPANISH = "en", "es"
LANGUAGES = (ENGLISH, SPANISH)

LOCALE = Path(__file__).parent.parent / "locale"

TABLES: Mapping[str, Mapping[str, Words]] = {
    "grammar": catalogue_grammar.WORDS,
    "running": catalogue_running.WORDS,
    "silent": catalogue_silent.WORDS,
    "results": catalogue_results.WORDS,
}
"""One table for each kind of finding; none has a slug of another. `slug/variant` is a mistake said in other words."""

_PLACES = {slug: (table, words) for table, entries in TABLES.items() for slug, words in entries.items()}


def knows(slug: object) -> bool:
    """Whether there are sentences for this name."""
    return isinstance(slug, str) and slug in _PLACES


def about(
    slug: str,
    language: str = ENGLISH,
    *,
    line: int | None = None,
    python: str = "",
    fields: Mapping[str, str] | None = None,
) -> Explanation:
    """The explanation of one mistake; `slug` may name a variant of it. Raises KeyError if there is no such slug, or a field of its sentences is missing."""
    table, words = _PLACES[slug]
    said = _translation(table, language)
    given = {"line": str(line)} if line else {}
    given |= fields or {}
    what, why, to_try = (said.gettext(part).format_map(given) if part else "" for part in words)
    return Explanation(slug.partition("/")[0], what, why, to_try, line, python)


def with_line(said: Explanation, language: str = ENGLISH) -> str:
    """The sentences, with the line of the program they are about before them."""
    where = _translation("results", language).gettext(catalogue_results.LINE)
    return (where.format(line=said.line) if said.line else "") + said.message


def name_of_part(part: str, language: str = ENGLISH) -> str:
    """What a part of the language, as `checks.toml` names it, is called: `a comment`, `for`, `print()`."""
    if part in catalogue_results.PARTS:
        return _translation("results", language).gettext(catalogue_results.PARTS[part])
    return f"{part.removeprefix('call:')}()" if part.startswith("call:") else part.removeprefix("operator:")


def fields_of(sentence: str) -> set[str]:
    """The names of the fields a sentence needs."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@cache
def _translation(table: str, language: str) -> gettext.NullTranslations:
    if language == ENGLISH:
        return gettext.NullTranslations()
    return gettext.translation(table, LOCALE, [language])
