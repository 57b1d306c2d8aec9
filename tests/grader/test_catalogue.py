"""Every mistake with a name has sentences in both languages: short, plain, complete."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from grader import ENGLISH, LANGUAGES, SPANISH
from grader.explaining import about
from grader.explaining.catalogue import LOCALE, TABLES, fields_of
from grader.explaining.catalogue_results import LINE, PARTS
from lessons.reading import grade, words

ENTRIES = [(table, slug) for table, entries in TABLES.items() for slug in entries]
MOST_WORDS = 35
MOST_GRADE = 5.0
LEAST_INFLESZ = 65.0

LIKELY = {
    "name": "total", "right": "totals", "other": "list", "small": "print", "word": "for", "begin": "if", "head": "2",
    "line": "3", "sign": "+", "quote": '"', "open": "(", "close": ")", "got": "4", "wanted": "5", "count": "2",
    "call": "add(2, 3)", "part": "print()", "kind": "int", "number": "12", "code": "\\U", "digit": "9",
    "base": "octal", "most": "256", "value": "age", "function": "greet", "test": "n < 4", "module": "random", "text": "12.5",
    "left": "a", "key": "tea", "one": "a", "made": "5", "came": "pyt", "slice": "word[0:3]", "range": "range(1, 5)",
    "end": "5", "place": "3", "given": "2", "places": "0, 1, 2", "start": "0", "total": "total", "method": "upper",
    "list": "names", "last": "2", "item": "n",
}  # fmt: skip
"""What a field is likely to hold; a new field needs a line here."""


def likely(table: str, slug: str) -> dict[str, str]:
    names = set().union(*(fields_of(part) for part in TABLES[table][slug]))
    missing = names - set(LIKELY)
    assert not missing, f"say what {missing} is likely to hold"
    return {name: LIKELY[name] for name in names}


def filled(table: str, slug: str, language: str):
    return about(slug, language, line=3, fields=likely(table, slug))


def test_no_slug_is_in_two_tables():
    slugs = [slug for _, slug in ENTRIES]
    assert len(slugs) == len(set(slugs))
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*(/[a-z]+(-[a-z]+)*)?", slug) for slug in slugs)


@pytest.mark.parametrize(("table", "slug"), ENTRIES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_is_short_and_says_what_to_do(table, slug, language):
    said = filled(table, slug, language)
    assert said.slug == slug.partition("/")[0]
    assert said.what.strip()
    assert said.why or said.to_try
    assert len(said.message.split()) <= MOST_WORDS
    assert "  " not in said.message
    if not any(brace in part for part in TABLES[table][slug] for brace in ("{{", "}}")):
        assert not {"{", "}"} & set(said.message)


@pytest.mark.parametrize(("table", "slug"), ENTRIES)
def test_english_reads_at_grade_five_or_below(table, slug):
    text = filled(table, slug, ENGLISH).message
    assert grade(text) <= MOST_GRADE, text


NEVER = {
    ENGLISH: "wrong failed fails invalid illegal violation killed kill abort fatal escape terminate easy easily simply just obviously".split(),
    SPANISH: "incorrecto incorrecta inválido inválida ilegal fatal fallo falló fracaso fácil fácilmente simplemente obviamente abortar matar tú tu tus vos".split(),
}  # fmt: skip


@pytest.mark.parametrize(("table", "slug"), ENTRIES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_that_hurts(table, slug, language):
    said = {word.lower() for word in words(filled(table, slug, language).message)}
    assert not said & set(NEVER[language])


def vowel_groups(word: str) -> int:
    """The syllables of a Spanish word: i and u join other vowels unless they bear a mark; a, e, o stay apart."""
    word = re.sub(r"(?<=[qg])u(?=[eiéí])", "", word.lower())
    word = re.sub(r"y$", "i", word)
    return max(1, len(re.findall(r"[iuü]*[aeoáéóíú][iuü]*|[iuü]+", word)))


def inflesz(text: str) -> float:
    """How well Spanish prose reads (Barrio-Cantalejo and others, 2008): 65 and more is "bastante fácil"."""
    said = words(text)
    sentences = max(1, len([part for part in re.split(r"[.:!?]+(?=\s|$)", text) if words(part)]))
    return 206.835 - 62.3 * sum(map(vowel_groups, said)) / len(said) - len(said) / sentences


def test_the_scorer_of_spanish_counts_as_people_do():
    counted = {
        "programa": 3,
        "aquí": 2,
        "guion": 1,
        "día": 2,
        "línea": 3,
        "queso": 2,
        "ciudad": 2,
        "leer": 2,
        "aire": 2,
    }
    assert {word: vowel_groups(word) for word in counted} == counted
    assert inflesz("El sol sale. La casa es azul.") > 90
    assert inflesz("Consideraciones administrativas extraordinariamente internacionalizadas.") < 0


@pytest.mark.parametrize(("table", "slug"), ENTRIES)
def test_spanish_reads_well(table, slug):
    text = filled(table, slug, SPANISH).message
    assert inflesz(text) >= LEAST_INFLESZ, (round(inflesz(text)), text)


def sentences_of(table: str) -> list[str]:
    own = [part for entry in TABLES[table].values() for part in entry if part]
    return [*own, LINE, *PARTS.values()] if table == "results" else own


@pytest.mark.parametrize("table", TABLES)
def test_the_translation_has_each_sentence_once_with_the_same_fields_and_nothing_else(table):
    path = Path(LOCALE, SPANISH, "LC_MESSAGES", f"{table}.po")
    with path.open("rb") as file:
        catalogue = read_po(file, locale=SPANISH, abort_invalid=True)
    translated = {message.id: message.string for message in catalogue if message.id}
    wanted = set(sentences_of(table))
    assert not wanted - set(translated), "these have no Spanish yet"
    assert not set(translated) - wanted, "nobody says these any more"
    for english, spanish in translated.items():
        assert spanish, english
        assert fields_of(spanish) == fields_of(english), english
    assert not [message for message in catalogue if message.fuzzy and message.id]


@pytest.mark.parametrize("table", TABLES)
def test_the_compiled_translation_is_the_written_one(table):
    with Path(LOCALE, SPANISH, "LC_MESSAGES", f"{table}.po").open("rb") as file:
        catalogue = read_po(file, locale=SPANISH)
    for slug, entry in TABLES[table].items():
        given = likely(table, slug) | {"line": "3"}
        message = catalogue.get(entry.what)
        assert message
        assert filled(table, slug, SPANISH).what == str(message.string).format_map(given)
