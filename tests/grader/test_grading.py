"""Grading through the front door: an exercise on disk, a program, the real sandbox, a report."""

import pytest

from exercises import ContainsCheck, Exercise, Kind, load_exercise
from grader import Submission, Verdict, answer_of, grade, run
from grader.outcome import Job

HELLO = '[[check]]\nname = "greets"\noutput = "Hello, Ada!"\n'
ASKS = '[[check]]\nname = "greets Ada"\ninput = ["Ada"]\noutput = "Hello, Ada!"\n[[check]]\nname = "greets Li"\ninput = ["Li"]\noutput = "Hello, Li!"\n'
DOUBLE = '[[check]]\nname = "doubles 4"\ncall = "double(4)"\nreturns = "8"\n[[check]]\nname = "refuses text"\ncall = "double(None)"\nraises = "TypeError"\n'


@pytest.fixture
def graded(sandbox, write_exercise):
    def graded(code, checks=HELLO, **files):
        folder = write_exercise(solution_py="pass\n", checks_toml=checks, **files)
        return grade(sandbox, Submission(load_exercise(folder), code))

    return graded


@pytest.mark.parametrize(
    "code",
    [
        "print('Hello, Ada!')",
        "print('Hello, ' + 'Ada!   ')",
        "print('Hello, Ada!')\nprint()",
        "import sys\nprint('Hello, Ada!')\nsys.exit()",
        "print('Hello, Ada!', end='')",
    ],
)
def test_any_program_that_prints_what_is_wanted_passes(graded, code):
    assert graded(code).verdict is Verdict.PASSED


def test_prompts_are_not_part_of_the_output(graded):
    code = "name = input('What is your name? ')\nprint(f'Hello, {name}!')"
    report = graded(code, ASKS)
    assert report.verdict is Verdict.PASSED
    assert [result.name for result in report.results] == ["greets Ada", "greets Li"]


def test_each_check_says_what_was_typed_printed_and_wanted(graded):
    report = graded("input()\nprint('Hello, Ada!')", ASKS)
    assert [result.verdict for result in report.results] == [Verdict.PASSED, Verdict.NOT_YET]
    second = report.results[1]
    assert (second.typed, second.actual.strip(), second.expected) == (("Li",), "Hello, Ada!", "Hello, Li!")
    assert second.message
    assert report.as_json()["checks"][1] == {
        "name": "greets Li",
        "verdict": "not_yet",
        "message": second.message,
        "expected": "Hello, Li!",
        "actual": "Hello, Ada!\n",
        "explanation": {
            "slug": "other-text",
            "what": "The output differs at line 1.",
            "why": "",
            "try": "Compare it with what is wanted, letter by letter.",
            "line": 1,
            "python": "",
        },
    }


def test_exact_counts_blanks_at_line_ends(graded):
    assert graded("print('Hello, Ada! ')", HELLO + "exact = true\n").verdict is Verdict.NOT_YET


@pytest.mark.parametrize(
    ("code", "verdict"),
    [
        ("", Verdict.NOT_YET),
        ("print('Hello, Ada!')\n1/0", Verdict.CRASHED),
        ("print('Hello, Ada!')\nimport os\nos._exit(0)", Verdict.CRASHED),
        ("print('Hello, Ada!')\nwhile True: pass", Verdict.TIMED_OUT),
        ("print('Hello, Ada!')\nwhile True: print(1)", Verdict.OVER_LIMIT),
        ("print('Hello, Ada!')\nx = 'a'\nwhile True: x += x", Verdict.OVER_LIMIT),
        ("print('Hello, Ada!')\nimport time\ntime.sleep(10**6)", Verdict.TIMED_OUT),
        ("print('Hello, Ada!')\ndef f(): f()\nf()", Verdict.CRASHED),
        ("import sys\nsys.exit(0)", Verdict.NOT_YET),
        ("print('Hello, Ada!'", Verdict.CRASHED),
        ("print('Hello, Ada!')\x00", Verdict.NOT_YET),
        ("print('Hello, Ada!') # \ud800", Verdict.NOT_YET),
        ("print('Hello, Ada!')\n" + "#" * (1 << 20), Verdict.NOT_YET),
    ],
)
def test_a_program_that_misbehaves_never_passes_and_gets_one_clear_message(graded, code, verdict):
    report = graded(code)
    assert report.verdict is verdict
    message = next(result.message for result in report.results if result.message)
    assert 10 < len(message) < 200
    assert "Traceback" not in message


def test_calls_that_return_and_raise(graded):
    assert graded("def double(x):\n    return x * 2", DOUBLE).verdict is Verdict.PASSED
    report = graded("def double(x):\n    return str(x * 2)", DOUBLE)
    assert (report.results[0].verdict, report.results[0].actual, report.results[0].expected) == (
        Verdict.NOT_YET,
        "'8'",
        "8",
    )
    assert graded("def double(x):\n    import sys\n    sys.exit(0)", DOUBLE).verdict > Verdict.PASSED
    assert graded("def double(x):\n    if x is None: raise TypeError\n    return 8.0", DOUBLE).verdict is Verdict.PASSED
    raises = '[[check]]\nname = "refuses"\ncall = "double(None)"\nraises = "TypeError"\n'
    assert graded("raise TypeError", raises).verdict is Verdict.CRASHED
    assert graded("double = 8", DOUBLE).verdict is Verdict.CRASHED


@pytest.mark.parametrize(
    "value",
    [
        "8",
        "-3.5",
        "'Ada'",
        "[1, [2, 'x']]",
        "(1,)",
        "{'a': [1], 2: None}",
        "{1, 2}",
        "True",
        "None",
        "b'ab'",
        "0.1 + 0.2",
    ],
)
def test_equal_values_are_equal(graded, value):
    wanted = "0.3" if "+" in value else value
    checks = f'[[check]]\nname = "f"\ncall = "f()"\nreturns = """{wanted}"""\n'
    assert graded(f"def f():\n    return {value}", checks).verdict is Verdict.PASSED


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("1", "True"), ("True", "1"), ("'8'", "8"), ("[1]", "(1,)"), ("{1: 2}", "{1: 3}"), ("{1, 2}", "{1, 3}"),
        ("None", "0"), ("'a'", "type('S', (str,), {'__eq__': lambda s, o: True})('b')"),
        ("8", "type('Any', (), {'__eq__': lambda s, o: True, '__repr__': lambda s: '8'})()"),
        ("8", "type('I', (int,), {'__eq__': lambda s, o: True})(7)"), ("[1, 2]", "[1]"), ("1.0", "float('inf')"), ("1.0", "float('nan')"),
        ("'x'", "'x' * 10**6"), ("[]", "[[]] * 10**6"),
    ],
)  # fmt: skip
def test_other_values_are_not(graded, wanted, given):
    checks = f'[[check]]\nname = "f"\ncall = "f()"\nreturns = """{wanted}"""\n'
    assert graded(f"def f():\n    return {given}", checks).verdict is Verdict.NOT_YET


@pytest.mark.parametrize(
    ("rule", "good", "bad"),
    [
        ('uses = ["for"]', "for i in 'ab': pass", "i = 1"),
        ('uses = ["comment"]', "# hello", "print('# hello')"),
        ('uses = ["count:print>=3"]', "print()\nprint()\nprint()", "print()\nprint()"),
        ('uses = ["operator:**"]', "2 ** 3", "2 * 3"),
        ('uses = ["single-quotes"]', "print('a')", 'print("a")'),
        ('uses = ["triple-quotes"]', 'print("""a""")', 'print("a")'),
        ('uses = ["backslash"]', r'print("a\nb")', 'print("a")'),
        ('uses = ["comma"]', "print(1, 2)", "print(12)"),
        ('uses = ["call:len"]', "len('a')", "print('len')"),
        ('uses = ["number"]', "print(5)", "print('5')"),
        ('uses = ["else"]', "if 1: pass\nelse: pass", "if 1: pass\nelif 2: pass"),
        ('avoids = ["while"]', "pass", "while False: pass"),
        ('uses = ["text"]', "f'{1}a'", "1"),
    ],
)
def test_parts_of_the_language(graded, rule, good, bad):
    checks = f'[[check]]\nname = "parts"\n{rule}\n'
    assert graded(good, checks).verdict is Verdict.PASSED
    report = graded(bad, checks)
    assert report.verdict is Verdict.NOT_YET
    assert report.explanation.slug in ("part-missing", "part-unwanted")


def test_parts_are_looked_at_without_running_the_program(graded):
    assert (
        graded("for i in 'ab': pass\nwhile True: pass", '[[check]]\nname = "p"\nuses = ["for"]\n').verdict
        is Verdict.PASSED
    )


def test_newer_python_than_the_host_is_understood(graded):
    code = "type X = int\nfor x in 'a':\n    print(f\"{'it'}\")"
    assert graded(code, '[[check]]\nname = "p"\nuses = ["for"]\n').verdict is Verdict.PASSED


def test_an_authors_message_is_shown(graded):
    report = graded("print('hi')", HELLO + 'message = "Greet Ada by name."\n')
    assert report.results[0].message == "Greet Ada by name."


PREDICT = '+++\nkind = "predict"\nconcepts = ["print"]\n[[other]]\nanswer = "2 + 3"\nbecause = "There are no quotes, so Python adds."\n[[other]]\nanswer = "23"\nbecause = "It adds."\n+++\n# What?\n\nWhat is printed?\n'


def test_a_prediction_is_compared_with_what_the_program_prints(sandbox, write_exercise):
    exercise = load_exercise(write_exercise(task=PREDICT, program_py="print(2 + 3)\n"))
    assert grade(sandbox, Submission(exercise, "5")).verdict is Verdict.PASSED
    assert grade(sandbox, Submission(exercise, "5 \n")).verdict is Verdict.PASSED
    report = grade(sandbox, Submission(exercise, "2 + 3"))
    assert (report.verdict, report.results[0].message) == (Verdict.NOT_YET, "There are no quotes, so Python adds.")
    assert report.results[0].expected == "5"


def test_a_predicted_error_is_named_after_what_was_printed(sandbox, write_exercise):
    exercise = load_exercise(write_exercise(task=PREDICT, program_py="print('a')\nprint(b)\n"))
    assert grade(sandbox, Submission(exercise, "a\nNameError")).verdict is Verdict.PASSED


LIES = [
    "import json\njson.dumps = lambda *a, **k: 'nonsense'",
    "import json\njson.dumps = lambda *a, **k: '[]'",
    "import json\njson.dumps = lambda *a, **k: '{}'",
    'import json\njson.dumps = lambda *a, **k: \'{"ending": "passed"}\'',
    'import json\njson.dumps = lambda *a, **k: \'{"ending": "raised", "error": {}}\'',
    'import json\njson.dumps = lambda *a, **k: \'{"ending": "raised", "error": 5}\'',
    'import json\njson.dumps = lambda *a, **k: \'{"ending": "finished", "value": 8}\'',
    'import json\njson.dumps = lambda *a, **k: \'{"ending": "finished", "value": {"t": "int", "v": []}}\'',
    "import json\njson.dumps = lambda *a, **k: '[' * 10**6",
    "import json\njson.dumps = lambda *a, **k: 'x' * 10**8",
    "import wit_world\nwit_world.write(77, 'Hello, Ada!')",
    "import wit_world\nwit_world.pause(-1e9)",
    "import wit_world\nwit_world.pause(float('nan'))",
    "import sys\nsys.stdout.close()",
    "import sys\nsys.stdout = None",
    "import builtins\nbuiltins.str = builtins.len = builtins.isinstance = None",
    "class E(Exception):\n    def __str__(self): raise SystemExit\nraise E",
    "raise SyntaxError('x', ('program.py', -5, 10**9, 'x'))",
    "raise SyntaxError('x', ('program.py', 10**9, 0, 'x'))",
    "e = SyntaxError('x')\ne.filename = 'program.py'\ne.lineno = 'two'\nraise e",
    'import json\njson.JSONEncoder.encode = lambda s, o: \'{"ending": "fault"}\'',
    "import json\njson.JSONEncoder.encode = lambda s, o: '{\"ending\": [1]}'",
    "raise SyntaxError('m', ('program.py', 10**400, 1, 'x'))",
    "raise SyntaxError('m', ('program.py', True, 1, 'x'))",
    "\n" * 200_000 + "1/0",
    "x = \"'" + " " * 60_000 + "x",
    "raise ExceptionGroup('g', [ValueError('x')] * 100)",
    "raise type('E' * 10**6, (Exception,), {})('x' * 10**6)",
]


@pytest.mark.parametrize("code", LIES)
@pytest.mark.parametrize("checks", [HELLO, DOUBLE], ids=["output", "call"])
def test_a_program_that_makes_its_guest_lie_does_not_pass_and_stops_nothing(graded, code, checks):
    report = graded(code, checks)
    assert report.verdict is not Verdict.PASSED
    assert all(result.message for result in report.results if result.verdict is not Verdict.PASSED)
    assert graded("print('Hello, Ada!')").verdict is Verdict.PASSED


SAYS = 'from datetime import date\nimport random\nname = open("name.txt").read().strip()\nprint(name, date.today(), random.randint(1, 10**6))\n'
SETTINGS = '+++\nkind = "write"\nconcepts = ["print"]\nclock = "2024-03-05 09:30"\nseed = 7\n+++\n# A task\n\nDo it.\n'


def luck(sandbox, seed):
    return sandbox.run(Job("program", "import random\nprint(random.randint(1, 10**6))", seed=seed)).output.strip()


def test_files_clock_and_seed_of_an_exercise_are_there_in_every_check_and_every_run(sandbox, write_exercise):
    said = f"Ada 2024-03-05 {luck(sandbox, 7)}"
    checks = (
        f'[[check]]\nname = "prints"\noutput = "{said}"\n[[check]]\nname = "has"\ncontains = ["{said}"]\n'
        '[[check]]\nname = "gives"\ncall = "name"\nreturns = "\'Ada\'"\n'
    )
    tests = 'def test_name(capsys):\n    import solution\n    assert solution.name == "Ada"\n    assert "2024-03-05" in capsys.readouterr().out\n'
    folder = write_exercise(
        task=SETTINGS, solution_py="pass\n", checks_toml=checks, test_it_py=tests, files__name_txt="Ada\n"
    )
    exercise = load_exercise(folder)
    report = grade(sandbox, Submission(exercise, SAYS))
    assert [(result.name, result.verdict) for result in report.results] == [
        (name, Verdict.PASSED) for name in ("prints", "has", "gives", "name")
    ]
    assert run(sandbox, SAYS, exercise=exercise).output == f"{said}\n"


def test_a_prediction_meets_them_too(sandbox):
    exercise = Exercise("x", Kind.PREDICT, "X", "", program=SAYS, files={"name.txt": "Li"}, clock=1709631000.0, seed=7)
    truth = f"Li 2024-03-05 {luck(sandbox, 7)}"
    assert answer_of(sandbox, exercise) == truth
    assert grade(sandbox, Submission(exercise, truth)).verdict is Verdict.PASSED


def test_a_person_has_new_luck_each_time_and_a_check_has_not(sandbox):
    code = "import random\nprint(random.random())"
    assert len({run(sandbox, code).output for _ in range(3)}) == 3
    check = ContainsCheck("c", (), (), 1)
    exercise = Exercise("x", Kind.WRITE, "X", "", checks=(check,))
    assert len({grade(sandbox, Submission(exercise, code)).results[0].actual for _ in range(3)}) == 1
    assert len({run(sandbox, code, exercise=exercise).output for _ in range(3)}) == 3
