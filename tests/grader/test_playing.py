"""Free play: lines run one after another in one kept instance, with the walls of every program."""

import os
import threading
import time

import pytest

from exercises import Limits
from grader import Channel, Ending, Play, Sandbox, SandboxError, run
from grader.outcome import Job

QUICK = Limits(cpu=1.5, wall=20.0, output=5000)


class Prompt:
    """Somebody at the prompt."""

    def __init__(self, play):
        self.play, self.heard, self.typed = play, [], []

    def __call__(self, line, stop_after=None):
        self.heard.clear()
        if stop_after is not None:
            threading.Timer(stop_after, self.play.stop).start()
        reply = self.play.enter(line, lambda channel, text: self.heard.append(text), self.answer)
        return "".join(self.heard) if not reply.said and reply.outcome and not reply.outcome.error else reply

    def answer(self):
        return self.typed.pop(0) if self.typed else None


@pytest.fixture
def say(sandbox):
    with Play(sandbox, limits=QUICK) as play:
        yield Prompt(play)


def test_names_stay_and_the_value_of_an_expression_is_shown(say):
    assert say("x = 5") == ""
    assert say("x + 1") == "6\n"
    assert say("'text'") == "'text'\n"
    assert say("None") == ""
    assert say("_") == "'text'\n"
    assert say("") == say("# a note") == ""
    assert say("a = 1\nb = 2\na + b") == "3\n"


def test_a_block_that_goes_on_is_told_from_an_error(say):
    assert say.play.prompt == ">>> "
    assert say("for n in range(2):").more
    assert say.play.prompt == "... "
    assert say("    print(n)").more
    assert say("") == "0\n1\n"
    assert say("total = (1 +").more
    assert say("2)") == ""
    assert say("total") == "3\n"
    reply = say("print(1))")
    assert (reply.more, reply.outcome.error.kind, reply.outcome.error.line) == (False, "SyntaxError", 1)
    assert say.play.prompt == ">>> "
    assert say("if True:").more
    say.play.drop()
    assert say("total") == "3\n"


def test_an_error_shows_the_typed_lines_and_says_what_it_is_about(say):
    say("def half(n):\n    return n / 0\n")
    reply = say("half(4)")
    words = reply.outcome.error.traceback
    assert [part in words for part in ("half(4)", "return n / 0", "ZeroDivisionError")] == [True] * 3
    assert "/0/" not in words
    assert "sandbox_guest" not in words
    assert reply.explanation.slug == "zero-division"
    assert say("half") != ""


def test_input_and_output_are_live(say):
    say.typed = ["Ada"]
    assert say("name = input('Name? ')") == "Name? "
    assert say("name") == "'Ada'\n"
    assert say("input()").outcome.error.kind == "EOFError"


@pytest.mark.parametrize(
    ("code", "ending"),
    [
        ("while True: pass\n", Ending.STOPPED),
        ("while True:\n    try:\n        1 / 0\n    except ZeroDivisionError: pass\n", Ending.STOPPED),
        ("import time; time.sleep(1000)", Ending.STOPPED),
        ("import time\nwhile True: time.sleep(0.01)\n", Ending.STOPPED),
        ("sum(1 for n in iter(int, 1))", Ending.STOPPED),
        ("def f():\n    while True: g()\ndef g(): pass\nf()", Ending.STOPPED),
        ("[[0 for n in range(10**9)] for m in range(10**9)]", Ending.STOPPED),
    ],
)
def test_a_line_is_stopped_and_the_names_stay(say, code, ending):
    say("x = 7")
    started = time.monotonic()
    reply = say(code, stop_after=0.3)
    assert time.monotonic() - started < 1.3
    assert (reply.outcome.ending, reply.said) == (ending, "Stopped. The names you made are still there.")
    assert say("x") == "7\n"


def test_a_question_is_stopped_and_the_names_stay(say):
    say("x = 7")

    def nobody():
        say.play.stop()

    say.answer = nobody
    reply = say("y = input('? ')")
    assert (reply.outcome.ending, reply.outcome.error) == (Ending.STOPPED, None)
    assert say("x") == "7\n"


def test_a_line_that_takes_too_much_is_stopped_by_itself_and_the_names_stay(say):
    say("x = 7")
    reply = say("while True: pass\n")
    assert (reply.outcome.ending, reply.said.split(",")[0]) == (Ending.CPU, "That ran too long")
    reply = say("while True: print('spam')\n")
    assert (reply.outcome.ending, reply.said.split(",")[0]) == (Ending.OUTPUT, "That printed more than it may")
    assert len("".join(say.heard)) <= QUICK.output
    reply = say("print('x' * 10**6)")
    assert (reply.outcome.ending, reply.said.split(",")[0]) == (Ending.OUTPUT, "That printed more than it may")
    assert say("x") == "7\n"
    assert say("big = bytearray(10**9)").outcome.ending is Ending.MEMORY
    assert say("x") == "7\n"


@pytest.mark.parametrize(
    ("code", "endings"),
    [
        ("9**9**9", [Ending.CPU]),
        ("import os; os._exit(0)", [Ending.DIED]),
        ("import sys; sys.setrecursionlimit(10**7)\ndef f(): f()\nf()", [Ending.STACK, Ending.CPU]),
        ("print('x' * 10**7)", [Ending.OUTPUT]),
        ("f = open('a', 'w')\nwhile True: f.write('x' * 100_000)\n", [Ending.FILES]),
        ("import sys; sys.monitoring.free_tool_id(0)\nwhile True: pass\n", [Ending.CPU]),
    ],
)
def test_what_can_only_be_stopped_from_outside_costs_the_names_and_says_so(say, code, endings):
    say("x = 7")
    reply = say(code)
    assert reply.outcome.ending in endings
    assert reply.said.endswith("The names you made are gone. The prompt starts again.")
    assert say("x").outcome.error.kind == "NameError"
    assert say("x = 1\nx") == "1\n"


def test_a_second_stop_works_in_any_case(say):
    say("x = 7")
    threading.Timer(0.6, say.play.stop).start()
    started = time.monotonic()
    reply = say("9**9**9", stop_after=0.3)
    assert time.monotonic() - started < 1.4
    assert reply.outcome.ending is Ending.STOPPED
    assert "are gone" in reply.said
    assert say("1 + 1") == "2\n"


def test_other_programs_run_beside_it_in_instances_of_their_own(say, sandbox):
    say("import json\njson.secret = x = 1")
    assert run(sandbox, "import json\nprint(hasattr(json, 'secret'))").output == "False\n"
    assert sandbox.run(Job("program", "x", limits=QUICK)).error.kind == "NameError"
    assert say("x") == "1\n"
    with Play(sandbox, limits=QUICK) as other:
        assert other.enter("x").outcome.error.kind == "NameError"
    reply = say("x")
    assert reply.said == "The names you made are gone. The prompt starts again."
    assert reply.outcome.error.kind == "NameError"


def test_a_worker_that_disappears_costs_the_names_not_the_prompt(sandbox_folder):
    with Sandbox(sandbox_folder) as box, Play(box, limits=QUICK) as play:
        say = Prompt(play)
        say("x = 1")
        os.kill(box.worker_pid, 9)
        with pytest.raises(SandboxError):
            say("x")
        assert say("2 + 2") == "4\n"
        run_it = threading.Timer(0.3, box.stop)
        run_it.start()
        run(box, "while True: pass")  # stopped as the screen does it: the worker is another now
        assert say("y = 1").said == "The names you made are gone. The prompt starts again."
        assert say("y") == "1\n"


def test_files_and_chance_are_its_own(sandbox):
    with Play(sandbox, files={"data.txt": "5"}, seed=3, clock=1_700_000_000.0, limits=QUICK) as play:
        say = Prompt(play)
        assert say("open('data.txt').read()") == "'5'\n"
        assert say("n = open('new.txt', 'w').write('6')") == ""
        assert say("open('new.txt').read()") == "'6'\n"
        assert say("import datetime; str(datetime.date.today())") == "'2023-11-14'\n"
        luck = say("import random; random.random()")
    with Play(sandbox, seed=3, limits=QUICK) as play:
        assert Prompt(play)("import random; random.random()") == luck
    with Play(sandbox, limits=QUICK) as play:
        assert Prompt(play)("import random; random.random()") != luck
        assert Prompt(play)("import os; os.listdir()") == "[]\n"


def test_exit_ends_it_and_text_that_can_not_be_run_is_said(say):
    assert "zero byte" in say("x = '\0'").said
    assert say.play.enter("exit()").is_over
    assert say("print('\\ud800')") == "\\ud800\n"


def test_a_closed_prompt_holds_no_memory(sandbox_folder):
    with Sandbox(sandbox_folder) as box:
        with Play(box, limits=QUICK) as play:
            play.enter("x = bytearray(150_000_000)")
            time.sleep(0.3)
            held = resident(box.worker_pid)
        deadline = time.monotonic() + 5
        while resident(box.worker_pid) > held - 100 and time.monotonic() < deadline:
            time.sleep(0.1)
        assert resident(box.worker_pid) < held - 100


def resident(pid):
    with open(f"/proc/{pid}/status") as file:
        return next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmRSS"))


def test_a_person_sees_each_piece_when_it_comes(say):
    seen = []
    say.play.enter(
        "import time\nprint('a')\ntime.sleep(0.4)\nprint('b')", lambda c, text: seen.append((time.monotonic(), c))
    )
    assert seen[-1][0] - seen[0][0] > 0.3
    assert seen[0][1] is Channel.OUTPUT
