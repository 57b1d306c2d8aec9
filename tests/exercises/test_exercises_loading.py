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
