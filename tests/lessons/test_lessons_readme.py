"""The instructor's guide: its example is a pack in order, and its lists are those of the program."""

import re
from pathlib import Path

import pytest

import lessons
from exercises import checks
from lessons import forbidden, load_pack, review

GUIDE = Path(lessons.__file__).with_name("README.md").read_text(encoding="utf-8")
FILES = re.findall(r"^### `(garden/.+?)`\n[\s\S]*?^```\w+\n([\s\S]*?)^```$", GUIDE, re.MULTILINE)


@pytest.fixture
def garden(tmp_path):
    for name, text in FILES:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "garden"


def test_the_example_is_a_pack_in_order(garden):
    assert review(load_pack(garden)) == []


def test_the_drawing_shows_every_file(garden):
    drawing = GUIDE.split("```")[1]
    drawn = set(re.findall(r"[\w-]+\.\w+", drawing)) - {"starter.py"}
    assert drawn == {path.name for path in garden.rglob("*") if path.is_file()}


@pytest.mark.parametrize("word", [*sorted(checks.PARTS), *sorted(forbidden.MODULES), *sorted(forbidden.CALLS)])
def test_every_word_is_listed(word):
    assert re.search(rf"(?<![\w-]){word}(?![\w-])", GUIDE)


@pytest.mark.parametrize("word", [word for words in (forbidden.DISCOURAGING, forbidden.LABELS) for word in words])
def test_every_word_that_no_lesson_says_is_listed(word):
    stem = word.removesuffix("s") if word in forbidden.LABELS and f"{word[:-1]}" in forbidden.LABELS else word
    stem = {"aborted": "abort", "killed": "kill", "executed": "execute", "terminated": "terminate"}.get(stem, stem)
    assert stem in " ".join(GUIDE.split())
