"""Exercises on disk: a good one is read whole; of a bad one everything that needs mending is said, with its line."""

import pytest

from exercises import CallCheck, ExerciseError, Kind, OutputCheck, PytestCheck, SyntaxCheck, load_exercise

TASK = '+++\nkind = "write"\nconcepts = ["print"]\nseconds = 5\n+++\n# Greet\n\nGreet Ada.\n\n## Hint\n\nLook.\n\n## Hint\n\nThink.\n'
CHECKS = (
    '[[check]]\nname = "greets"\ninput = ["Ada"]\noutput = "Hi"\nexact = true\n\n'
    '[[check]]\nname = "doubles"\ncall = "double(4)"\nreturns = "8"\n\n'
    '[[check]]\nname = "loops"\nuses = ["for"]\navoids = ["while"]\nmessage = "Use for."\n'
)


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "greet"
    (place / "mistakes").mkdir(parents=True)
    (place / "exercise.md").write_text(TASK)
    (place / "checks.toml").write_text(CHECKS)
    (place / "solution.py").write_text("print('Hi')\n")
    (place / "mistakes" / "small.py").write_text("# diagnosis: letter-case\nprint('hi')\n")
    return place


def test_a_good_exercise_is_read_whole(folder):
    exercise = load_exercise(folder, "p/c/l/greet")
    assert (exercise.id, exercise.kind, exercise.title, exercise.instructions) == (
        "p/c/l/greet",
        Kind.WRITE,
        "Greet",
        "Greet Ada.",
    )
    assert exercise.hints == ("Look.", "Think.")
    assert exercise.limits.cpu == 5.0
    assert exercise.checks == (
        OutputCheck("greets", ("Ada",), "Hi", exact=True),
        CallCheck("doubles", "double(4)", "8", None),
        SyntaxCheck("loops", ("for",), ("while",), "Use for."),
    )
    (mistake,) = exercise.mistakes
    assert (mistake.name, mistake.code, mistake.diagnosis) == ("small", "print('hi')\n", "letter-case")


def test_tests_come_with_the_files_beside_them(folder):
    (folder / "checks.toml").unlink()
    (folder / "test_one.py").write_text("def test_a(): pass\n")
    (folder / "data.txt").write_text("5\n")
    (check,) = load_exercise(folder).checks
    assert check == PytestCheck("tests", ("test_one.py",), {"data.txt": "5\n", "test_one.py": "def test_a(): pass\n"})


BROKEN = [
    ("exercise.md", "no settings", ":1: The file must begin with settings"),
    ("exercise.md", TASK.replace('"write"', '"sing"'), ":2: `sing` is not a kind of exercise"),
    ("exercise.md", TASK.replace("concepts", "concept"), "`concept` is not a word used here"),
    ("exercise.md", TASK.replace('concepts = ["print"]', "concepts = [3]"), ":3: `concepts` must be a list of texts"),
    ("exercise.md", TASK.replace("## Hint", "## Tip", 1), '"## Tip" is not used here'),
    ("exercise.md", TASK.replace("Look.", ""), "This hint has no text"),
    ("exercise.md", TASK.replace("# Greet\n", ""), "must be a line"),
    ("exercise.md", TASK.replace("Greet Ada.", ""), "The task has no text"),
    ("exercise.md", TASK.replace("seconds = 5", "seconds = 500"), "from 1 to 30"),
    ("exercise.md", '+++\nkind = = "write"\n+++\n# A\n\nB\n', ":2: This is not TOML"),
    ("checks.toml", "", "There is no check in this file"),
    ("checks.toml", '[[check]]\nname = "a"\n', "says nothing to look at"),
    ("checks.toml", '[[check]]\nname = "a"\noutput = 5\n', "`output` must be a text"),
    ("checks.toml", '[[check]]\nname = "a"\ncall = "f("\nreturns = "1"\n', "can't be read as one Python call"),
    ("checks.toml", '[[check]]\nname = "a"\ncall = "f()"\n', "needs one of `returns` and `raises`"),
    ("checks.toml", '[[check]]\nname = "a"\ncall = "f()"\nreturns = "Ada"\n', "is not a plain Python value"),
    ("checks.toml", '[[check]]\nname = "a"\nuses = ["loops"]\n', "`loops` is not a part of the language"),
    (
        "checks.toml",
        '[[check]]\nname = "a"\noutput = "x"\n[[check]]\nname = "a"\noutput = "y"\n',
        "Two checks are called `a`",
    ),
    (
        "checks.toml",
        '[[check]]\nname = "a"\noutput = "x"\n\n[[check]]\nname = "b"\noutput = "x"\nouput = "y"\n',
        ":8: `ouput` is not a word",
    ),
    ("solution.py", None, "solution.py is missing"),
    ("notes.txt", "x", "This file is not used"),
    ("mistakes/small.py", "print(1)\n", ":1: The first line must say what it is an example of"),
    ("mistakes/small.txt", "x", "Only programs"),
]


@pytest.mark.parametrize(("name", "text", "said"), BROKEN)
def test_what_needs_mending_is_said_with_file_and_line(folder, name, text, said):
    path = folder / name
    if text is None:
        path.unlink()
    else:
        path.write_text(text)
    with pytest.raises(ExerciseError) as caught:
        load_exercise(folder)
    assert said in str(caught.value)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"print(1)\0", b"#" * 300_000])
def test_odd_files_are_refused_in_words(folder, content):
    (folder / "solution.py").write_bytes(content)
    with pytest.raises(ExerciseError) as caught:
        load_exercise(folder)
    assert "solution.py" in str(caught.value)


def test_all_problems_are_told_at_once(folder):
    (folder / "solution.py").unlink()
    (folder / "checks.toml").write_text('[[check]]\nname = "a"\n')
    (folder / "stray").write_text("x")
    with pytest.raises(ExerciseError) as caught:
        load_exercise(folder)
    assert len(caught.value.problems) >= 3


def test_a_link_out_of_the_pack_is_not_followed(folder, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("print('secret')\n")
    (folder / "solution.py").unlink()
    (folder / "solution.py").symlink_to(secret)
    with pytest.raises(ExerciseError, match="link to another file"):
        load_exercise(folder)


def test_files_clock_and_seed_are_what_a_program_meets(folder):
    (folder / "exercise.md").write_text(TASK.replace("seconds = 5", 'clock = "2024-03-05 09:30"\nseed = 0'))
    (folder / "files" / "more").mkdir(parents=True)
    (folder / "files" / "plants.txt").write_text("corn\n")
    (folder / "files" / "more" / "deep.csv").write_text("a,b\n")
    exercise = load_exercise(folder)
    assert exercise.files == {"plants.txt": "corn\n", "more/deep.csv": "a,b\n"}
    assert (exercise.clock, exercise.seed) == (1709631000.0, 0)
    (folder / "checks.toml").unlink()
    (folder / "test_one.py").write_text("def test_a(): pass\n")
    (folder / "beside.txt").write_text("5\n")
    (check,) = load_exercise(folder).checks
    assert set(check.files) == {"test_one.py", "beside.txt"}


def test_without_them_a_program_has_the_machine_s_clock_and_no_files(folder):
    exercise = load_exercise(folder)
    assert (exercise.files, exercise.clock, exercise.seed) == ({}, None, None)
    hash(exercise)


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ('clock = "5 March"', ':4: `clock` must be a day and a time, like "2024-03-05 09:30"'),
        ('clock = ""', ":4: `clock` must be a day and a time"),
        ("clock = 2024-03-05", ":4: `clock` must be a text in quotes"),
        ('clock = "1812-03-05 09:30"', ":4: `clock` must be in a year from 1970 to 2100"),
        ("seed = -1", ":4: `seed` must be a whole number from 0 to 999999999"),
        ('seed = "7"', ":4: `seed` must be a whole number"),
        ("seed = true", ":4: `seed` must be a whole number"),
    ],
)
def test_a_clock_or_a_seed_that_can_not_be_is_said_with_its_line(folder, setting, said):
    (folder / "exercise.md").write_text(TASK.replace("seconds = 5", setting))
    with pytest.raises(ExerciseError) as caught:
        load_exercise(folder)
    assert said in str(caught.value)


def test_files_that_can_not_be_are_said(folder):
    place = folder / "files"
    place.mkdir()

    def problems():
        with pytest.raises(ExerciseError) as caught:
            load_exercise(folder)
        return str(caught.value)

    assert "There is nothing in this folder" in problems()
    (place / "odd name.txt").write_text("x")
    assert "File names may have" in problems()
    (place / "odd name.txt").unlink()
    (place / "photo.png").write_bytes(b"\x89PNG\xff")
    assert "not UTF-8" in problems()
    (place / "photo.png").unlink()
    (place / "link.txt").symlink_to("/etc/hostname")
    assert "This is a link" in problems()
    (place / "link.txt").unlink()
    for number in range(5):
        (place / f"{number}.txt").write_text("x" * 250_000)
    assert "more than 1024 KiB together" in problems()
    for path in place.iterdir():
        path.unlink()
    place.rmdir()
    place.write_text("no folder")
    assert "must be a folder" in problems()
