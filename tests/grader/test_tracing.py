"""The steps of a program: what a step viewer and a `step` exercise can rely on."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises import Limits
from grader import Channel, Ending, Event, trace
from grader.outcome import Job
from grader.tracing import Trace, _read

QUICK = Limits(cpu=1.0, wall=3.0, output=5000)


@pytest.fixture
def steps(sandbox):
    def steps(code, *inputs, **more):
        more.setdefault("limits", QUICK)
        return trace(sandbox, code, inputs, **more)

    return steps


def names(step):
    return {name.name: name.value for name in step.names}


def changes(step):
    return {name.name: name.value for name in step.changed}


def test_a_step_has_line_names_changes_and_the_output_until_then(steps):
    traced = steps("a = 1\nb = a + 1\nprint(b)\na = 5\n")
    assert [(step.event, step.line) for step in traced] == [
        (Event.LINE, 1), (Event.LINE, 2), (Event.LINE, 3), (Event.LINE, 4), (Event.END, 4),
    ]  # fmt: skip
    assert [changes(step) for step in traced] == [{}, {"a": "1"}, {"b": "2"}, {}, {"a": "5"}]
    assert [names(step) for step in traced][2:] == [{"a": "1", "b": "2"}] * 2 + [{"a": "5", "b": "2"}]
    assert [traced.output_at(step) for step in traced] == ["", "", "", "2\n", "2\n"]
    assert (traced.outcome.ending, traced.capped, traced.said) == (Ending.FINISHED, False, "")


def test_calls_have_depth_parameters_and_what_they_give_back(steps):
    traced = steps("def add(a, b):\n    total = a + b\n    return total\nx = add(1, 2)\n")
    call = [step for step in traced if step.depth == 1]
    assert [(step.event, step.line, step.function) for step in call] == [
        (Event.CALL, 1, "add"), (Event.LINE, 2, "add"), (Event.LINE, 3, "add"), (Event.RETURN, 3, "add"),
    ]  # fmt: skip
    assert changes(call[0]) == {"a": "1", "b": "2"}
    assert (changes(call[2]), call[3].value) == ({"total": "3"}, "3")
    assert call[2].frames[0].function == ""
    assert call[2].frames[0].line == 4
    assert changes(traced.at(len(traced))) == {"x": "3"}


def test_every_step_can_be_had_in_any_order(steps):
    traced = steps(
        "def f(n):\n    return n if n < 2 else f(n - 1) + f(n - 2)\nx = []\nfor i in range(7):\n    x.append(f(i))\n"
    )
    walked = list(traced)
    assert len(walked) == len(traced) > 190
    assert [traced.at(number) for number in range(len(traced), 0, -1)] == walked[::-1]
    assert max(step.depth for step in walked) == 6
    for outside in (0, len(traced) + 1):
        with pytest.raises(IndexError):
            traced.at(outside)


def test_what_a_call_does_to_the_list_of_its_caller_is_seen_at_once(steps):
    traced = steps("def put(box):\n    box.append(2)\n    return None\nmine = [1]\nother = mine\nput(mine)\n")
    after = next(step for step in traced if step.event is Event.LINE and step.line == 3)
    assert {(name.name, name.value) for name in after.changed} == {(n, "[1, 2]") for n in ("mine", "other", "box")}
    assert len({name.thing for frame in after.frames for name in frame.names if name.kind == "list"}) == 1
    assert next(name for name in after.frames[0].names if name.name == "put").thing is None


def test_a_name_is_changed_when_its_value_is_another(steps):
    code = "a = 1\na = True\na = 1.0\na = 'x' * 2000\na = None\ndel a\nb = [1]\nb[0] = True\nb = {1: 2}\nb[1] = 3\nimport math as b\n"
    seen = [(step.line, changes(step).get("a", changes(step).get("b"))) for step in steps(code)]
    assert seen[:5] == [(1, None), (2, "1"), (3, "True"), (4, "1.0"), (5, "'" + "x" * 76 + "...")]
    assert seen[5:] == [(6, "None"), (7, None), (8, "[1]"), (9, "[True]"), (10, "{1: 2}"), (11, "{1: 3}"), (11, None)]
    traced = steps(code)
    assert "a" not in names(traced.at(7))
    assert names(traced.at(len(traced))) == {}


def test_an_error_ends_the_trace_as_it_ends_a_run(steps):
    traced = steps("def half(n):\n    return n / 0\nhalf(4)\n")
    last = list(traced)[-2:]
    assert [(step.event, step.line, step.depth) for step in last] == [(Event.ERROR, 2, 1), (Event.ERROR, 3, 0)]
    assert last[0].error == ("ZeroDivisionError", "division by zero")
    assert (traced.outcome.ending, traced.outcome.error.kind, traced.outcome.error.line) == (
        Ending.RAISED, "ZeroDivisionError", 2,
    )  # fmt: skip
    assert "trace.py" not in traced.outcome.error.traceback
    assert len(steps("print(1\n")) == 0
    assert steps("print(1\n").outcome.error.kind == "SyntaxError"
    caught = steps("try:\n    int('x')\nexcept ValueError as e:\n    y = 1\n")
    assert [step.event for step in caught].count(Event.ERROR) == 1
    assert changes(caught.at(5))["e"].startswith("ValueError(")
    assert steps("import sys\nx = 1\nsys.exit()\n").outcome.ending is Ending.EXITED


def test_input_takes_from_what_is_given(steps):
    traced = steps("name = input('Name? ')\nprint('Hi', name)\nage = input()\n", "Ada")
    assert traced.output_at(traced.at(2)) == "Name? Ada\n"
    assert traced.outcome.error.kind == "EOFError"


def test_generators_lambdas_classes_and_comprehensions_make_sense(steps):
    traced = steps("def count():\n    yield 1\n    yield 2\nfor n in count():\n    pass\n")
    inside = [(step.event, step.value) for step in traced if step.function == "count" and step.event is not Event.LINE]
    assert inside == [
        (Event.CALL, None), (Event.YIELD, "1"), (Event.RESUME, None), (Event.YIELD, "2"), (Event.RESUME, None), (Event.RETURN, "None"),
    ]  # fmt: skip
    assert all(step.frames[0].function == "" and step.depth <= 1 for step in traced)
    assert {step.function for step in steps("x = sorted([2, 1], key=lambda n: -n)\ny = sum(n for n in x)\n")} == {
        "", "lambda", "generator",
    }  # fmt: skip
    traced = steps(
        "class Dog:\n    legs = 4\n    def bark(self):\n        return 'Woof'\nd = Dog()\nd.name = 'Rex'\nd.bark()\n"
    )
    assert [step.function for step in traced if step.depth] == ["class Dog"] * 3 + ["Dog.bark"] * 3
    assert names(traced.at(len(traced))) == {"Dog": "class Dog", "d": "Dog(name='Rex')"}
    assert len(steps("squares = [n * n for n in range(1000)]\n")) == 2


def test_the_standard_library_and_our_own_code_are_never_stepped_into(steps):
    traced = steps(
        "import json, textwrap, random\nx = json.loads('[1]')\ny = textwrap.wrap('a b c', 2)\nrandom.shuffle(x)\n"
    )
    assert [step.depth for step in traced] == [0] * 5
    assert set(names(traced.at(5))) == {"x", "y"}


HOSTILE = """\
class Loud:
    def __init__(self): self.n = 1
    def __repr__(self):
        print("never")
        while True: pass
    __str__ = __eq__ = __hash__ = __len__ = __iter__ = __bool__ = __format__ = __repr__
    def __getattribute__(self, name): print("never")
    @property
    def __class__(self): print("never")
class Hidden:
    @property
    def __dict__(self): print("never")
class Meta(type):
    __name__ = property(lambda cls: print("never"))
    def __getattribute__(cls, name): print("never")
    def __instancecheck__(cls, other): print("never")
class Rows(list, metaclass=Meta):
    def __iter__(self): print("never")
    def __len__(self): print("never")
class Words(str):
    def __repr__(self): print("never")
    def __len__(self): print("never")
class Whole(int):
    def __repr__(self): print("never")
class Bad(Exception):
    def __str__(self): print("never")
a = Loud()
b = [a, a, Hidden()]
c = Rows([1, a])
d = Words("text")
e = Whole(7)
f = {1: a}
globals()[Words("g")] = a
try:
    raise Bad("why", a)
except Bad as h:
    pass
i = 1
"""


def test_no_code_of_the_program_is_run_to_show_a_value(steps):
    traced = steps(HOSTILE)
    assert traced.outcome.ending is Ending.FINISHED
    assert traced.outcome.output == ""
    shown = {name.name: name.value for frame in traced.at(len(traced)).frames for name in frame.names}
    assert shown["b"] == "[Loud(n=1), Loud(n=1), Hidden()]"
    assert (shown["c"], shown["d"], shown["e"]) == ("Rows([1, Loud(n=1)])", "Words('text')", "Whole(7)")
    assert any(step.error == ("Bad", "'why', Loud(n=1)") for step in traced)


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("x = list(range(1000))", "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, ... 1,000 in all]"),
        ("x = []\nx.append(x)", "[[[[[...]]]]]"),
        ("x = 10 ** 5000", "a number of about 5,000 digits"),
        ("x = -3", "-3"),
        ("x = (1,)", "(1,)"),
        ("x = set()", "set()"),
        ("x = {}", "{}"),
        ("x = {'a': [1, (2, 3)]}", "{'a': [1, (2, 3)]}"),
        ("import enum\nclass Color(enum.Enum):\n    RED = 1\nx = Color.RED", "Color.RED"),
        ("import enum\nclass Color(enum.IntEnum):\n    RED = 1\nx = Color.RED", "Color.RED"),
        ("from collections import namedtuple\nPoint = namedtuple('Point', 'x y')\nx = Point(3, 4)", "Point(x=3, y=4)"),
        ("from dataclasses import dataclass\n@dataclass\nclass P:\n    a: int\nx = P(1)", "P(a=1)"),
        ("from dataclasses import dataclass\n@dataclass(slots=True)\nclass P:\n    a: int\nx = P(1)", "P(a=1)"),
        ("from collections import Counter\nx = Counter('aab')", "Counter({'a': 2, 'b': 1})"),
        ("from datetime import date\nx = date(2024, 3, 5)", "2024-03-05"),
        ("from datetime import datetime\nx = datetime(2024, 3, 5, 9)", "2024-03-05 09:00:00"),
        ("from decimal import Decimal\nx = Decimal('1.50')", "1.50"),
        ("x = b'ab'", "b'ab'"),
        ("x = range(3)", "range(0, 3)"),
        ("x = print", None),
        ("x = 'a\\ud800'", "'a\\ud800'"),
        ("x = [[[i, i] for i in range(500)] for j in range(500)]", None),
    ],
)  # fmt: skip
def test_values_are_short_and_look_as_python_shows_them(steps, code, shown):
    traced = steps(code + "\n", limits=Limits(cpu=2.0))
    value = names(traced.at(len(traced))).get("x")
    assert value is None if code == "x = print" else len(value) <= 80
    if shown:
        assert value == shown


def test_a_long_program_is_capped_politely(steps):
    traced = steps("n = 0\nwhile True:\n    n += 1\n", steps=100)
    assert (len(traced), traced.capped, traced.outcome.ending) == (100, True, Ending.STEPS)
    assert traced.said == "These are the first 100 steps. The program was stopped there."
    assert names(traced.at(100)) == {"n": "49"}
    caught = steps("n = 0\nwhile True:\n    try:\n        n += 1\n    except BaseException:\n        pass\n", steps=100)
    assert caught.capped
    wide = steps(
        "names = ['x' * 70 + str(n) for n in range(100)]\nwhile True:\n    for n in range(100):\n        globals()[f'v{n}'] = f'{n}' * 40\n"
    )
    assert wide.capped
    assert len(wide) == 5000


@pytest.mark.parametrize(
    ("end", "ending"),
    [
        ("9**9**9", Ending.CPU),
        ("import os\nos._exit(0)", Ending.DIED),
        ("import time\ntime.sleep(99)", Ending.WALL),
        ("while True: print('x' * 99)", Ending.OUTPUT),
        ("import sys\nsys.setrecursionlimit(10**7)\ndef f(): f()\nf()", Ending.STEPS),
    ],
)
def test_no_step_is_lost_when_a_program_is_ended_from_outside(steps, end, ending):
    traced = steps(f"a = 1\nb = 2\n{end}\n")
    assert traced.outcome.ending is ending
    assert names(traced.at(3)) == {"a": "1", "b": "2"}
    assert traced.at(len(traced)).line >= 3


@pytest.mark.parametrize(
    "said",
    ["", "1", "[]", '["line",1,0,[["",1]],[],[]]garbage', '["line",1,5,[],[],[]]', '["no",1,0,[["",1]],[],[]]',
     '["line",-1,0,[["",1]],[],[]]', '["line",1,0,[["",1]],[[7,"a","b","c",null]],[]]', '["line",1,0,[[1,1]],[],[]]',
     '["line",1,0,[],[],[]]', "[" * 100_000, '["line",true,0,[["",1]],[],[]]', '["line",1,-1,[["",1]],[],[]]'],
)  # fmt: skip
def test_steps_that_a_program_makes_up_are_its_own_trouble(steps, said):
    traced = steps(f"import wit_world\nprint('a')\nwit_world.write(4, {said!r})\nx = 1\n")
    assert traced.outcome.ending is Ending.DIED
    assert [step.line for step in traced] == [1, 2]


def test_only_a_traced_program_has_the_door_for_steps(sandbox):
    outcome = sandbox.run(Job("program", "import wit_world\nwit_world.write(4, 'seen')\n", limits=QUICK))
    assert outcome.transcript == ((Channel.ERRORS, "seen"),)
    assert outcome.facts["steps"] == []


JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=9) | st.sampled_from(["line", "call"]),
                    lambda inner: st.lists(inner, max_size=6), max_leaves=20)  # fmt: skip


@settings(max_examples=500, deadline=None)
@given(st.lists(JSON | st.tuples(st.just("line"), JSON, JSON, JSON, JSON, JSON), max_size=6))
def test_whatever_is_told_is_a_step_or_refused(told):
    depth, steps = 0, []
    for said in told:
        try:
            step = _read(0, said, depth)
        except (ValueError, TypeError):
            continue
        depth = step.kept + len(step.opened)
        steps.append(step)
    traced = Trace(None, tuple(steps))
    assert [step.number for step in traced] == list(range(1, len(steps) + 1))


def test_the_same_trace_each_time_and_with_what_the_exercise_brings(steps):
    code = "import random, datetime\nx = random.random()\ny = open('data.txt').read()\nz = str(datetime.date.today())\n"
    more = {"files": {"data.txt": "5"}, "clock": 1_700_000_000.0, "seed": 3}
    one, two = steps(code, **more), steps(code, **more)
    assert list(one) == list(two)
    assert names(one.at(len(one)))["z"] == "'2023-11-14'"
    assert names(one.at(len(one)))["y"] == "'5'"
    assert json.loads(json.dumps(one.as_json()))["steps"][1]["line"] == 2
