"""Errors while running and mistakes without an error, by name; and programs that are right, in which nothing is named."""

import re
import tomllib
from pathlib import Path

import pytest

from grader import LANGUAGES, Ending, explain, run
from grader.explaining import look_closer
from grader.outcome import Job

DATA = Path(__file__).parent.parent.parent / "benchmarks" / "explain"
LEAST_SHARE = 0.95


def programs(name: str) -> list[dict]:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))["program"]


def finished(sandbox, program: dict):
    call = program.get("call")
    inputs = tuple(program.get("inputs", ()))
    return sandbox.run(Job("call" if call else "program", program["code"], inputs, call))


def check_of(program: dict, outcome, wanted: str) -> dict:
    call = program.get("call", "")
    value = (outcome.facts or {}).get("value")
    return {
        "kind": "call" if call else "output",
        "expected": wanted,
        "actual": value["shown"] if call and value else outcome.output,
        "typed": list(program.get("inputs", ())),
        "op": call,
    }


@pytest.mark.parametrize("program", programs("errors.toml"), ids=lambda program: program["title"])
def test_an_error_while_running_has_all_its_sentences_in_both_languages(sandbox, program):
    outcome = finished(sandbox, program)
    assert outcome.ending is Ending.RAISED
    for language in LANGUAGES:
        said = explain(sandbox, program["code"], outcome, language)
        assert said.slug
        assert said.what
        assert said.why
        assert said.to_try
        assert len(said.message.split()) <= 40
        assert not re.search(r"\{\w+\}", said.message)
        assert (
            said.python.endswith(f"{outcome.error.kind}: {outcome.error.message}\n")
            or outcome.error.kind in said.python
        )


def test_most_errors_while_running_have_the_name_that_fits(sandbox):
    every = programs("errors.toml")
    missed = []
    for program in every:
        said = explain(sandbox, program["code"], finished(sandbox, program))
        if said.slug != program["slug"]:
            missed.append((program["title"], said.slug))
    assert len(missed) <= (1 - LEAST_SHARE) * len(every), missed


@pytest.mark.parametrize("program", programs("silent.toml"), ids=lambda program: program["title"])
def test_a_mistake_without_an_error_has_its_name(sandbox, program):
    outcome = finished(sandbox, program)
    said = look_closer(sandbox, program["code"], outcome, [check_of(program, outcome, program["wanted"])])
    assert said is not None
    assert said.slug == program["slug"].partition("/")[0], said
    assert said.to_try
    spanish = look_closer(sandbox, program["code"], outcome, [check_of(program, outcome, program["wanted"])], "es")
    assert spanish.slug == said.slug
    assert spanish.what != said.what


def other_outputs(output: str):
    """Outputs that a check may have wanted from a program that is right in itself."""
    lines = output.rstrip("\n").split("\n")
    yield output + "Bye for now\n"
    yield "Welcome\n" + output
    yield "Something else\n"
    yield output.rstrip("\n") + ".\n"
    yield output.swapcase() if output.swapcase() != output else output + "\nz\n"
    yield re.sub(r"[A-Za-z]", "Q", output, count=1) if re.search("[A-Za-z]", output) else output + "x"
    yield (
        re.sub(r"\d+", lambda found: str(int(found[0]) + 7), output, count=1)
        if re.search(r"\d", output)
        else "Hi " + output
    )
    if len(lines) > 1:
        yield "\n".join(lines[:-1]) + "\n"


@pytest.mark.parametrize("program", programs("correct.toml"), ids=lambda program: program["title"])
def test_nothing_is_named_that_is_not_there(sandbox, program):
    outcome = finished(sandbox, program)
    assert outcome.ending is Ending.FINISHED, outcome.error
    for wanted in other_outputs(outcome.output):
        assert wanted != outcome.output
        said = look_closer(sandbox, program["code"], outcome, [check_of(program, outcome, wanted)])
        assert said is None, (wanted, said)
    part = {**check_of(program, outcome, "Something else"), "kind": "contains"}
    assert look_closer(sandbox, program["code"], outcome, [part]) is None


def test_a_program_that_was_not_checked_gets_nothing(sandbox):
    code = "print(10 + 20 / 2)\nfor i in range(3):\n    print(i)\n"
    assert explain(sandbox, code, run(sandbox, code)) is None


def test_shorter_ways_are_told_only_when_asked_for(sandbox):
    code = "done = True\nif done == True:\n    print('Finished')\n"
    outcome = run(sandbox, code)
    assert explain(sandbox, code, outcome) is None
    assert explain(sandbox, code, outcome, style=True).slug == "equals-true"


STOPPED = [
    ("n = 1\nwhile n < 4:\n    pass", "cpu", "name-stays"),
    ("n = 1\nwhile True:\n    n = n + 1", "cpu", "no-break"),
    ("n = 1\nwhile n < 4:\n    n = n - 1", "cpu", "counts-away"),
]


@pytest.mark.parametrize(("code", "ending", "variant"), STOPPED)
def test_a_loop_without_end_is_explained_with_its_line(sandbox, code, ending, variant):
    case = {"error": None, "ending": ending, "checks": [], "style": False}
    done = sandbox.run(Job("explain", code, case=case))
    assert done.facts["findings"][0]["slug"] == f"endless/{variant}"
    assert done.facts["findings"][0]["line"] in (2, 3)


def test_a_check_that_calls_what_is_not_there_gets_its_name(sandbox):
    code = "def ad(a, b):\n    return a + b\n"
    outcome = sandbox.run(Job("call", code, (), "add(1, 2)"))
    said = look_closer(
        sandbox, code, outcome, [{"kind": "call", "expected": "3", "actual": "", "typed": [], "op": "add(1, 2)"}]
    )
    assert said.slug == "name-missing"
    assert "add" in said.message


def test_a_check_that_gives_another_number_of_values_points_at_the_def(sandbox):
    code = "x = 1\ndef add(a):\n    return a\n"
    outcome = sandbox.run(Job("call", code, (), "add(1, 2)"))
    said = look_closer(
        sandbox, code, outcome, [{"kind": "call", "expected": "3", "actual": "", "typed": [], "op": "add(1, 2)"}]
    )
    assert said.slug == "other-parameters"
    assert said.line == 2


def test_the_sets_are_wide():
    assert len(programs("errors.toml")) >= 120
    assert len(programs("silent.toml")) >= 100
    assert len(programs("correct.toml")) >= 100
