"""How hard a text is to read."""

import pytest

from lessons.reading import grade, sentences, syllables, words

KNOWN = {
    1: "a I the name names named made quotes lines code used typed not print prints screen learned two",
    2: "Python letter letters bracket program people added table tables quiet going comment numbers sometimes Monday",
    3: "radio another computer usual following Saturday beginning",
    4: "information interpreter education punctuation",
}


@pytest.mark.parametrize(("count", "word"), [(count, word) for count, many in KNOWN.items() for word in many.split()])
def test_syllables(count, word):
    assert syllables(word) == count


def test_the_grade_is_the_published_formula():
    text = "The program prints the letters in the quotes. Python looks for the next line after."
    assert (len(words(text)), len(sentences(text))) == (15, 2)
    assert grade(text) == pytest.approx(0.39 * 15 / 2 + 11.8 * 19 / 15 - 15.59)  # 19 syllables, counted by hand


def test_short_words_read_more_lightly_than_long_ones():
    assert grade("The cat sat on the mat. It was warm.") < 1
    assert grade("Organizational documentation necessitates considerable deliberation.") > 15


def test_a_text_without_words_has_grade_0():
    assert grade(" ... \n") == 0.0


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three?", 3),
        ("It costs 4.50 now.", 1),
        ("One\ntwo", 2),
        ("Wait ... what?", 2),
        ('He said "Hi." Then', 2),
        ("", 0),
    ],
)
def test_sentences(text, count):
    assert len(sentences(text)) == count


def test_words_have_apostrophes_and_dashes():
    assert words("Don't re-run it, 3 times - ok?") == ["Don't", "re-run", "it", "3", "times", "ok"]
