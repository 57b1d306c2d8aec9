"""`tutor steps` and `tutor play`: the steps of a program as lines, and a prompt on a plain terminal."""

import json
import os
import signal
import subprocess
import time

import pytest
from terminal import Terminal, plain_environment, tutor_command

PROGRAM = """\
def add(a, b):
    return a + b
name = input("Name? ")
x = add(1, 2)
print("Hi", name)
"""


@pytest.fixture
def tutor(home):
    def tutor(*arguments, typed=""):
        environment = plain_environment(TUTOR_HOME=str(home))
        command = tutor_command(*map(str, arguments))
        return subprocess.run(command, input=typed, env=environment, capture_output=True, text=True, timeout=120)

    return tutor


@pytest.fixture
def program(tmp_path):
    def program(text):
        path = tmp_path / "program.py"
        path.write_text(text)
        return path

    return program


def test_steps_are_plain_lines(tutor, program):
    done = tutor("steps", program(PROGRAM), "--input", "Ada")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "   1  line 1    def add(a, b):",
        "                add is function add(a, b)",
        '   2  line 3    name = input("Name? ")',
        "                name is 'Ada'",
        "                | Name? Ada",
        "   3  line 4    x = add(1, 2)",
        "   4  line 1      add begins",
        "                  a is 1",
        "                  b is 2",
        "   5  line 2      return a + b",
        "   6  line 2      add gives back 3",
        "                x is 3",
        '   7  line 5    print("Hi", name)',
        "                | Hi Ada",
        "   8  line 5    the program ends",
    ]


def test_steps_as_json(tutor, program):
    done = tutor("steps", program(PROGRAM), "--input", "Ada", "--json")
    said = json.loads(done.stdout)
    assert list(said) == ["format", "ending", "capped", "transcript", "steps"]
    assert (said["format"], said["ending"], said["capped"]) == (1, "finished", False)
    assert (said["steps"][4]["function"], said["steps"][4]["depth"], said["steps"][4]["line"]) == ("add", 1, 2)
    assert said["steps"][5]["value"] == "3"


def test_a_program_that_ends_early_has_its_steps_and_one_sentence(tutor, program):
    done = tutor("steps", program("a = 1\nprint(b)\n"))
    assert done.returncode == 1
    assert "error: NameError: name 'b' is not defined" in done.stdout
    assert done.stderr.startswith("Line 2: ")
    done = tutor("steps", program("while True:\n    pass\n"))
    assert done.returncode == 1
    assert done.stdout.endswith("These are the first 5,000 steps. The program was stopped there.\n")
    done = tutor("steps", program("x = '\\x1b[2J'\nprint(x)\n"))
    assert "\x1b" not in done.stdout
    assert tutor("steps", program("x = 1\0")).returncode == 1


def test_a_prompt_that_reads_from_a_file(tutor):
    typed = 'x = 2\nx * 21\nfor i in range(2):\n    print(i)\n\n1/0\nname = input("? ")\nAda\nprint(name)\nexit()\nprint(5)\n'
    done = tutor("play", typed=typed)
    assert (done.returncode, done.stdout) == (0, "42\n0\n1\n? Ada\n")
    assert "ZeroDivisionError: division by zero\nThis line divides by 0" in done.stderr
    assert tutor("play", typed="print('last')").stdout == "last\n"


def test_a_prompt_on_a_terminal(home):
    with Terminal(tutor_command("play"), plain_environment(TUTOR_HOME=str(home), TERM="linux")) as terminal:

        def press_ctrl_c():
            # What a terminal does with it, for the program alone: this one is nobody's controlling terminal.
            os.kill(terminal.process.pid, signal.SIGINT)

        def waits_after(mark):
            for _ in range(200):
                terminal.read(0.05)
                if terminal.text.rstrip().endswith(mark):
                    return
            raise AssertionError(terminal.text)

        def types(line, mark=">>>"):
            terminal.send(f"{line}\r")
            waits_after(mark)

        waits_after(">>>")
        types("x = 6")
        types("x * 7")
        assert "\n42\n" in terminal.text
        types("while True: pass", "...")
        terminal.send("\r")
        time.sleep(0.5)
        press_ctrl_c()
        terminal.sees("Stopped. The names you made are still there.", 5)
        types("if x:", "...")
        press_ctrl_c()
        waits_after(">>>")
        types("x + 100")
        assert "\n106\n" in terminal.text
        types("y = input('Who? ')", "Who?")
        press_ctrl_c()
        waits_after(">>>")
        types("y = input('And? ')", "And?")
        types("Li")
        types("y")
        assert "\n'Li'\n" in terminal.text
        terminal.send("9**9**9\r")
        time.sleep(0.5)
        press_ctrl_c()
        time.sleep(0.3)
        press_ctrl_c()
        terminal.sees("The names you made are gone. The prompt", 5)
        types("1 + 1000")
        assert "\n1001\n" in terminal.text
        terminal.send("\x04")
        assert terminal.process.wait(10) == 0
