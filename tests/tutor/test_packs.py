"""What running an exercise's own programs shows its author: each kind of trouble is told, a good one passes."""

import pytest

from exercises import load_exercise
from tutor.packs import check_exercise, check_pack

CHECKS = '[[check]]\nname = "greets"\noutput = "Hello"\n'
PREDICT = '+++\nkind = "predict"\nconcepts = ["print"]\n{others}+++\n# Guess\n\nWhat does it print?\n'
OTHER = '[[other]]\nanswer = "{0}"\nbecause = "No."\n'


@pytest.fixture
def told(sandbox, write_exercise):
    def told(**files):
        return list(check_exercise(load_exercise(write_exercise(**files)), sandbox))

    return told


def test_a_good_exercise_has_nothing_to_mend(told):
    mistake = "# diagnosis: letter-case\nprint('hello')\n"
    assert not told(solution_py="print('Hello')", checks_toml=CHECKS, mistakes__small_py=mistake)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"solution_py": "print('Hi')"}, "solution.py does not pass: greets"),
        ({"starter_py": "print('Hello')"}, "starter.py already passes"),
        ({"checks_toml": '[[check]]\nname = "a"\navoids = ["for"]\n'}, "An empty program passes"),
        ({"mistakes__a_py": "# diagnosis: spacing\nprint('Hello')\n"}, "mistakes/a.py passes"),
        (
            {"mistakes__a_py": "# diagnosis: spacing\nprint('hello')\n"},
            "diagnosed as spacing, but is seen as letter-case",
        ),
        ({"mistakes__a_py": "# diagnosis: open-quote\nprint('Hello)\n"}, None),
    ],
)
def test_what_its_programs_do_is_told(told, files, said):
    problems = told(**{"solution_py": "print('Hello')", "checks_toml": CHECKS, **files})
    assert [said in problem for problem in problems].count(True) == 1 if said else not problems


@pytest.mark.parametrize(
    ("program", "others", "said"),
    [
        ("x = 1", ["a", "b"], "prints nothing"),
        ("print('a')", ["a", "b"], "is what the program prints"),
        ("print('a')", ["b", "b"], "the same"),
        ("print('a')", ["b"], "too few"),
        ("print('a\\nb\\nc\\nd')", [], "more than 3 lines"),
        ("print('a')", ["b", "c"], None),
    ],
)
def test_predictions_are_run_too(told, program, others, said):
    task = PREDICT.format(others="".join(OTHER.format(other) for other in others))
    problems = told(task=task, program_py=program)
    assert any(said in problem for problem in problems) if said else not problems


def test_a_pack_that_can_not_be_read_is_told_without_running_anything(tmp_path, sandbox):
    (tmp_path / "pack.toml").write_text("nonsense")
    pack, problems = check_pack(tmp_path, sandbox)
    assert pack is None
    assert problems
