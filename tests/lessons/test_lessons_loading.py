"""Reading packs: what is in one, and what is said about one that is not in order."""

import contextlib
import os
import random

import pytest
from small_pack import FILES, LESSON, PAGE, PREDICT, WRITE

from exercises import Exercise
from lessons import PackError, Page, exercises_of, pages_of


def refused(small_pack) -> list[str]:
    with pytest.raises(PackError) as caught:
        small_pack.load()
    assert str(caught.value) == "\n".join(map(str, caught.value.problems))
    return small_pack.problems(caught.value)


def test_everything_in_a_pack_is_read(small_pack):
    pack = small_pack.load()
    assert (pack.id, pack.title, pack.version, pack.author) == ("small", "A small pack", "1.0.0", "Ana")
    assert (pack.license, pack.language, pack.folder) == ("CC-BY-4.0", "en", small_pack.folder)
    (term,) = pack.glossary
    assert (term.term, term.meaning, term.es) == ("text", "Letters in quotes.", "texto")
    (chapter,) = pack.chapters
    assert (chapter.id, chapter.title, chapter.objectives) == (
        "small/first-programs",
        "First programs",
        ("Print text.",),
    )
    (lesson,) = chapter.lessons
    assert (lesson.id, lesson.terms) == ("small/first-programs/print-text", ("text",))
    page, write, predict = lesson.steps
    assert isinstance(page, Page)
    assert page.id == "small/first-programs/print-text/print-shows-text"
    assert page.title == "Print shows text"
    assert page.screens[0].startswith("Look at this line:")
    assert page.screens[1] == "Python shows it."
    assert isinstance(write, Exercise)
    assert [write.id, predict.id] == [f"{lesson.id}/your-name", f"{lesson.id}/what-comes-out"]


def test_lessons_exercises_and_places_can_be_asked_for(small_pack):
    pack = small_pack.load()
    lesson = pack.lesson("small/first-programs/print-text")
    assert list(pack.lessons()) == [lesson]
    assert [page.title for page in pages_of(lesson)] == ["Print shows text"]
    assert [exercise for exercise, _ in pack.exercises()] == list(exercises_of(lesson))
    assert [place for _, place in pack.exercises()] == [small_pack.folder / WRITE, small_pack.folder / PREDICT]
    with pytest.raises(KeyError):
        pack.lesson("small/first-programs/other")


def test_ids_stay_when_folders_are_renumbered(small_pack):
    before = {exercise.id for exercise, _ in small_pack.load().exercises()}
    small_pack.move(PREDICT, f"{LESSON}/9").move(WRITE, f"{LESSON}/3-your-name").move(
        f"{LESSON}/9", f"{LESSON}/2-what-comes-out"
    )
    after = [exercise.id for exercise, _ in small_pack.load().exercises()]
    assert set(after) == before
    assert after[0].endswith("what-comes-out")


def test_numbers_are_counted_and_not_spelled(small_pack):
    assert small_pack.move(PAGE, f"{LESSON}/001-print-shows-text.md").load().id == "small"


def test_translations_readme_license_and_caches_may_stand_beside(small_pack):
    for name in (
        "pack.es.toml",
        f"{LESSON}/lesson.es.toml",
        f"{LESSON}/1-print-shows-text.es.md",
        f"{WRITE}/exercise.es.md",
    ):
        small_pack.write(name, "x")
    small_pack.write("README.md", "x").write("LICENSE", "x").write(f"{LESSON}/__pycache__/a.pyc", b"\0")
    assert small_pack.problems() == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda pack: pack.move("01-first-programs", "02-first-programs"), ".: The numbers must count up from 1, but there is no 1."),
        (lambda pack: pack.move(PREDICT, f"{LESSON}/4-what-comes-out"), f"{LESSON}: The numbers must count up from 1, but there is no 3."),
        (lambda pack: pack.move(PREDICT, f"{LESSON}/2-what-comes-out"), f"{LESSON}: 2 entries have the number 2. Give each a number of its own."),
        (lambda pack: pack.move(PREDICT, f"{LESSON}/3-your-name"), f"{LESSON}: 2 entries are called `your-name`. Give each a name of its own."),
        (lambda pack: pack.move(PREDICT, f"{LESSON}/3-What"), f"{LESSON}/3-What: The name of a folder here must be a number, a dash, small letters, digits and dashes: 01-print-text."),
        (lambda pack: pack.write(f"{LESSON}/notes.txt", "x"), f"{LESSON}/notes.txt: This file is not used here. Take it out, or look at its name: a page is like 2-print-text.md."),
        (lambda pack: pack.write(f"{WRITE}/notes.txt", "x"), f"{WRITE}/notes.txt: This file is not used by the exercise. Take it out, or look at its name."),
        (lambda pack: pack.write("02-x.md", "# X\n"), "02-x.md: Here only chapter folders have a number. Take this file out, or look at its name."),
        (lambda pack: pack.write("01-first-programs/02-x.md", "# X\n"), "01-first-programs/02-x.md: Here only lesson folders have a number. Take this file out, or look at its name."),
        (lambda pack: pack.write(f"{LESSON}/4-x.es.md", "x"), f"{LESSON}/4-x.es.md: This is a translation, but 4-x.md is not here."),
        (lambda pack: (pack.folder / "pack.toml").unlink(), ".: There is no pack.toml in this folder."),
        (lambda pack: (pack.folder / LESSON / "lesson.toml").unlink(), f"{LESSON}: There is no lesson.toml in this folder."),
        (lambda pack: (pack.folder / "01-first-programs/chapter.toml").unlink(), "01-first-programs: There is no chapter.toml in this folder."),
        (lambda pack: pack.change("pack.toml", '"small"', '"Small Pack"'), "pack.toml:2: `Small Pack` can't be an id. Use small letters, digits and dashes, like python."),
        (lambda pack: pack.change("pack.toml", "1.0.0", "1.0"), "pack.toml:4: `version` must be three numbers with dots between them, like 1.0.0."),
        (lambda pack: pack.change("pack.toml", '"en"', '"English"'), "pack.toml:7: `language` must be two small letters, like en."),
        (lambda pack: pack.change("pack.toml", "format = 1", "format = 2"), "pack.toml:1: This file is of another format. This version of the tutor reads format = 1."),
        (lambda pack: pack.change("pack.toml", "author", "autor"), "pack.toml:5: `autor` is not a word used here. Is it spelled as in the guide?"),
        (lambda pack: pack.change(f"{LESSON}/lesson.toml", '"Print text"', '"Print'), f"{LESSON}/lesson.toml:1: This is not TOML: Illegal character '\\n'."),
        (lambda pack: pack.change(PAGE, "# Print", "Print"), f'{PAGE}:1: The first line must be "# " and the title of the page.'),
        (lambda pack: pack.change(PAGE, "Python shows it.", "---\nPython shows it."), f"{PAGE}:8: This screen has no text. Write some, or take out the --- line."),
        (lambda pack: pack.change(PAGE, "Python shows it.", ""), f"{PAGE}:8: This screen has no text. Write some, or take out the --- line."),
        (lambda pack: pack.write("glossary.toml", FILES["glossary.toml"] + FILES["glossary.toml"][11:]), "glossary.toml:10: `text` is in the glossary twice. Keep one of them."),
        (lambda pack: pack.change("glossary.toml", "format = 1", "format = 1\nterms = 2"), "glossary.toml:2: `terms` is not a word used here. Is it spelled as in the guide?"),
        (lambda pack: pack.change(f"{PREDICT}/exercise.md", '"predict"', '"guess"'), f"{PREDICT}/exercise.md:2: `guess` is not a kind of exercise. Use one of: predict, write, fix, fill."),
    ],
)  # fmt: skip
def test_one_thing_amiss_is_said_with_file_and_line(small_pack, change, said):
    change(small_pack)
    assert said in refused(small_pack)


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".toml")])
def test_a_word_that_is_not_used_is_told(small_pack, name):
    key = "message" if name.endswith("checks.toml") else "title" if "title" in FILES[name] else "meaning_es"
    line = FILES[name][: FILES[name].index(f"\n{key}") + 1].count("\n") + 1 if f"\n{key}" in FILES[name] else 1
    small_pack.write(name, FILES[name].replace(key, f"x-{key}"))
    assert f"{name}:{line}: `x-{key}` is not a word used here. Is it spelled as in the guide?" in refused(small_pack)


def test_every_problem_is_told_at_once(small_pack):
    small_pack.change("pack.toml", '"en"', '"x"').change(PAGE, "# Print", "Print").write(f"{LESSON}/notes.txt", "x")
    assert len(refused(small_pack)) == 3


def test_an_empty_folder_and_no_folder(tmp_path, small_pack):
    (tmp_path / "empty").mkdir()
    small_pack.folder = tmp_path / "empty"
    assert refused(small_pack) == [".: There is no pack.toml in this folder."]
    small_pack.folder = tmp_path / "nowhere"
    assert refused(small_pack) == [".: There is no folder here. Look at its name."]
    small_pack.folder = tmp_path / "a\0b"
    assert refused(small_pack) == [".: There is no folder here. Look at its name."]


@pytest.mark.parametrize(
    ("empty", "said"),
    [
        ("01-first-programs", "There is no lesson in this chapter. Make a folder like 01-print-text."),
        (LESSON, "There is nothing in this lesson. Add a page, like 1-hello.md, or an exercise folder."),
    ],
)
def test_an_empty_chapter_or_lesson_is_refused(small_pack, empty, said):
    folder = small_pack.folder / empty
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    assert f"{empty}: {said}" in refused(small_pack)


def test_a_pack_without_chapters_is_refused(small_pack):
    small_pack.move("01-first-programs", "../elsewhere")
    assert refused(small_pack) == [".: There is no chapter in this pack. Make a folder like 01-first-programs."]


@pytest.mark.parametrize("name", ["link", f"{LESSON}/4-link.md", f"{WRITE}/mistakes/link.py", f"{LESSON}/__pycache__"])
@pytest.mark.parametrize("target", [".", "/etc/passwd", "/", "link"])
def test_links_are_never_followed(small_pack, name, target):
    (small_pack.folder / name).symlink_to(target)
    assert refused(small_pack) == [f"{name}: This is a link to another place. Put the file itself here."]


def test_a_pipe_is_not_opened(small_pack):
    os.mkfifo(small_pack.folder / LESSON / "4-pipe.md")
    assert refused(small_pack) == [f"{LESSON}/4-pipe.md: This is not a plain file. Take it out."]


@pytest.mark.parametrize("name", [PAGE, "README.md"])
def test_a_huge_file_is_not_read(small_pack, name):
    with (small_pack.folder / name).open("wb") as file:
        file.truncate(1 << 40)
    assert refused(small_pack) == [f"{name}: This file is longer than 256 KiB. Make it shorter."]


def test_folders_too_deep_are_not_entered(small_pack):
    deep = small_pack.folder
    for _ in range(200):
        deep /= "d"
    deep.mkdir(parents=True)
    assert refused(small_pack) == [f"{'/'.join('d' * 8)}: This folder lies too deep inside other folders."]


def test_too_many_files_are_counted_and_left(small_pack, monkeypatch):
    monkeypatch.setattr("lessons.loading.MAX_ENTRIES", 10)
    assert refused(small_pack) == [".: There are more than 10 files here. A pack has fewer."]


def test_the_size_of_all_files_together_is_bounded(small_pack, monkeypatch):
    monkeypatch.setattr("lessons.loading.MAX_PACK_BYTES", 1 << 10)
    assert refused(small_pack)[0].startswith(".: All files together are longer than")


def test_a_folder_that_may_not_be_read(small_pack, monkeypatch):
    scandir = os.scandir

    def guarded(place):
        if place == small_pack.folder / LESSON:
            raise PermissionError(13, "Permission denied")
        return scandir(place)

    monkeypatch.setattr("os.scandir", guarded)
    assert refused(small_pack) == [f"{LESSON}: This folder can't be read (Permission denied)."]


def test_a_folder_that_changes_while_it_is_read(small_pack, monkeypatch):
    def gone(*_):
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr("lessons.loading.read_exercise", gone)
    assert refused(small_pack) == [".: This pack can't be read (No such file or directory)."]


@pytest.mark.parametrize("name", list(FILES))
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"title = 1\nCaf\xe9\n", ":2: This line has letters that are not UTF-8. Save the file as UTF-8."),
        (b"a\0b", ": This file has an unseen zero byte in it. Save it again as plain text."),
    ],
)
def test_latin_1_and_zero_bytes_in_any_file(small_pack, name, content, said):
    assert f"{name}{said}" in refused(small_pack.write(name, content))


@pytest.mark.parametrize(
    "content",
    [
        "x = " + "[" * 100_000,
        "x = " + "9" * 5_000,
        "x = " + "{a=" * 50_000,
        "\n" * 250_000,
        "a." * 15_000,
        "[[term]]\n" * 25_000,
    ],
)
@pytest.mark.parametrize("name", ["pack.toml", "glossary.toml", f"{WRITE}/checks.toml"])
def test_files_made_to_tire_the_reader(small_pack, name, content):
    assert refused(small_pack.write(name, content))


GARBLINGS = {
    "cut": lambda data, dice: data[: dice.randrange(len(data))],
    "overwritten": lambda data, dice: bytes(dice.randrange(256) if dice.random() < 0.1 else byte for byte in data),
    "ascii signs": lambda data, dice: bytes(
        dice.choice(b"\"'[]{}=#+-_\n\t `*") if dice.random() < 0.1 else byte for byte in data
    ),
    "lines mixed": lambda data, dice: b"\n".join(dice.sample(lines := data.split(b"\n"), len(lines))),
    "lines twice": lambda data, dice: b"\n".join(line for line in data.split(b"\n") for _ in range(dice.randrange(3))),
    "nothing": lambda _data, _dice: b"",
}


@pytest.mark.parametrize("garbling", GARBLINGS)
def test_a_garbled_file_is_a_pack_or_a_pack_error(small_pack, garbling):
    dice = random.Random(garbling)
    for name, text in FILES.items():
        for _ in range(8):
            small_pack.write(name, GARBLINGS[garbling](text.encode(), dice))
            with contextlib.suppress(PackError):
                small_pack.problems()
        small_pack.write(name, text)
    assert small_pack.problems() == []
