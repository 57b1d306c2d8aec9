"""The commands without a screen: `tutor run`, `grade`, `pack`, `export`, `merge`."""

import json
import os
import subprocess
import sys

import pytest
from terminal import plain_environment, tutor_command

from sync import Attempt, Journal, PageRead, Roster

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(__file__)))
PACK = os.path.join(ROOT, "lessons", "packs", "python")
EXERCISE = os.path.join(PACK, "01-first-programs", "02-print-text", "8-birthday-card")


@pytest.fixture
def tutor(home):
    def tutor(*arguments, typed="", **more):
        environment = plain_environment(**{"TUTOR_HOME": str(home), **more})
        return subprocess.run(
            tutor_command(*map(str, arguments)),
            input=typed,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
        )

    return tutor


def test_run_prints_asks_and_says_how_it_ended(tutor, tmp_path):
    program = tmp_path / "program.py"
    program.write_text('name = input("Name? ")\nprint("Hi", name)\n')
    done = tutor("run", program, typed="Ada\n")
    assert (done.returncode, done.stdout, done.stderr) == (0, "Name? Hi Ada\n", "")
    program.write_text("print('one')\nprint(Two)\n")
    done = tutor("run", program)
    assert (done.returncode, done.stdout) == (1, "one\n")
    assert done.stderr.startswith("Line 2: Python took Two for code. Text needs quotes")
    assert 'File "program.py", line 2' in done.stderr


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"#" * (1 << 20), "too long"),
        (b"print(1)\0", "zero byte"),
        (b"print('\xff\xfe')", "UTF-8"),
        (b"while True: pass", "never ends"),
        (b"while True: print(1)", "never ends"),
        (b"x = 'a'\nwhile True: x += x", "never ends"),
        (b"import os\nos._exit(0)", "shut Python down"),
        (b"def f(): f()\nf()", "without end"),
    ],
)
def test_a_bad_program_gets_one_clear_sentence(tutor, tmp_path, content, said):
    program = tmp_path / "program.py"
    program.write_bytes(content)
    done = tutor("run", program)
    assert done.returncode == 1
    first = done.stderr.split("\n", 1)[0]
    assert said in first
    assert "Traceback" not in first


def test_what_a_program_prints_is_cleaned(tutor, tmp_path):
    program = tmp_path / "program.py"
    program.write_text(r'print("\x1b[2J\x07\u202e" + chr(0x9b) + "\ud800")')
    done = tutor("run", program)
    assert "\x1b" not in done.stdout
    assert done.stdout.startswith("^[[2J^G?")


def test_grade_says_it_in_words_and_in_json(tutor, tmp_path):
    program = tmp_path / "program.py"
    program.write_text('print("Happy birthday, Mei!")\nprint()\nprint("We saved you some cake.")\n')
    done = tutor("grade", EXERCISE, program)
    assert done.returncode == 0
    assert "[PASS]" in done.stdout
    program.write_text('print("Happy birthday, Mei!")\n')
    done = tutor("grade", EXERCISE, program, "--json")
    assert done.returncode == 1
    report = json.loads(done.stdout)
    assert list(report) == ["format", "verdict", "checks", "seconds", "practice"]
    assert (report["format"], report["verdict"]) == (1, "not_yet")
    assert [list(check) for check in report["checks"]] == [
        ["name", "verdict", "message", "expected", "actual", "explanation"]
    ]
    assert report["checks"][0]["actual"] == "Happy birthday, Mei!\n"
    words = tutor("grade", EXERCISE, program).stdout
    for part in ("[NOT YET]", "printed:", "wanted:", "We saved you some cake."):
        assert part in words


@pytest.mark.parametrize(
    "content",
    [b"\xff\xfe", b"print(1)\0", b"#" * (1 << 20), b"import sys\nsys.exit(0)", b"import os\nos._exit(0)", b""],
)
def test_grade_of_what_can_not_pass_is_not_yet(tutor, tmp_path, content):
    program = tmp_path / "program.py"
    program.write_bytes(content)
    done = tutor("grade", EXERCISE, program, "--json")
    assert done.returncode == 1
    report = json.loads(done.stdout)
    assert report["verdict"] != "passed"
    assert report["checks"][0]["message"]


def test_what_is_the_exercises_fault_or_the_machines_is_status_2(tutor, tmp_path, home):
    program = tmp_path / "program.py"
    program.write_text("print(1)")
    done = tutor("grade", tmp_path, program)
    assert done.returncode == 2
    assert "no exercise.md" in done.stderr
    assert tutor("grade", EXERCISE, tmp_path / "nothing.py").returncode == 2
    (tmp_path / "file").write_text("")
    done = tutor("run", program, TUTOR_HOME=str(tmp_path / "file"))
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_the_packs_are_listed_and_a_broken_one_is_said(tutor, home):
    done = tutor("pack", "list")
    assert done.returncode == 0
    assert done.stdout.startswith("python  0.1.0  Python from the start  (lessons 7, exercises 42)")
    broken = home / "packs" / "broken"
    broken.mkdir(parents=True)
    (broken / "pack.toml").write_text("format = 'one'\n[[[")
    done = tutor("pack", "list")
    assert done.returncode == 2
    assert "python  0.1.0" in done.stdout
    assert "can't be used" in done.stderr
    done = tutor("pack", "check", broken)
    assert done.returncode == 2
    assert "pack.toml:" in done.stdout
    assert "to mend" in done.stdout
    assert "Traceback" not in done.stderr


def learn(home, name, pages=1, verdict="passed"):
    roster = Roster(home)
    learner = roster.add(name, "1234")
    with Journal.open(roster.learner_folder(learner.id), learner.id) as journal:
        for number in range(pages):
            journal.append(PageRead(f"python/a/b/c#{number}"))
        journal.append(Attempt("python/a/b/d", "python@0.1.0", verdict, 1, 1, "print(1)", 0, 0.1))
    return learner


def test_export_and_merge_say_who_did_what_and_count_nothing_twice(tutor, home, tmp_path):
    learn(home, "Ada", pages=3)
    learn(home, "Li", verdict="not_yet")
    stick, office = tmp_path / "stick", tmp_path / "office"
    stick.mkdir()
    done = tutor("export", stick)
    assert done.returncode == 0, done.stderr
    assert "Learners 2, events 6" in done.stdout
    first = tutor("merge", stick, TUTOR_HOME=str(office))
    assert first.returncode == 0, first.stderr
    assert "new events 6, known before 0" in first.stdout
    rows = {line.split()[0]: line.split()[1:] for line in first.stdout.splitlines() if line.startswith(("Ada", "Li"))}
    assert rows == {"Ada": ["4", "1", "1", "3"], "Li": ["2", "0", "1", "1"]}
    again = tutor("merge", stick, stick, TUTOR_HOME=str(office))
    assert "new events 0" in again.stdout
    rows = {line.split()[0]: line.split()[1:] for line in again.stdout.splitlines() if line.startswith(("Ada", "Li"))}
    assert rows == {"Ada": ["0", "1", "1", "3"], "Li": ["0", "0", "1", "1"]}


def test_a_bundle_cut_in_half_is_said_and_the_others_go_on(tutor, home, tmp_path):
    learn(home, "Ada")
    stick, office = tmp_path / "stick", tmp_path / "office"
    stick.mkdir()
    tutor("export", stick)
    (bundle,) = stick.iterdir()
    half = stick / f"half-{bundle.name}"
    half.write_bytes(bundle.read_bytes()[: bundle.stat().st_size // 2])
    done = tutor("merge", stick, TUTOR_HOME=str(office))
    assert done.returncode == 2
    assert half.name in done.stdout
    assert any(line.startswith("Ada") for line in done.stdout.splitlines())
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("where", ["nowhere", "file"])
def test_export_to_no_folder_says_what_to_do(tutor, home, tmp_path, where):
    learn(home, "Ada")
    (tmp_path / "file").write_text("")
    done = tutor("export", tmp_path / where)
    assert done.returncode == 2
    assert "stick" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "command",
    [
        [],
        ["run"],
        ["steps"],
        ["play"],
        ["grade"],
        ["pack"],
        ["pack", "check"],
        ["pack", "list"],
        ["export"],
        ["merge"],
        ["prepare"],
    ],
)
def test_every_command_has_help(tutor, command):
    done = tutor(*command, "--help")
    assert done.returncode == 0
    assert len(done.stdout) > 60


def test_a_command_without_a_screen_loads_no_screen(home, tmp_path):
    program = tmp_path / "program.py"
    program.write_text("print(1)")
    code = (
        "import sys\nfrom tutor.cli import main\n"
        f"assert main(['run', {str(program)!r}]) == 0\n"
        f"assert main(['steps', {str(program)!r}]) == 0\n"
        f"main(['grade', {EXERCISE!r}, {str(program)!r}])\nmain(['pack', 'list'])\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'textual', 'rich', 'pygments', 'socket'}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", code], env=plain_environment(TUTOR_HOME=str(home)), capture_output=True, text=True
    )
    assert done.stdout.splitlines()[-1] == "[]", done
