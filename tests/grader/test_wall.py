"""The wall between the two guests: what the learner's side says is data or a broken rule, and nothing else."""

import json
import random
import sys
import types

import pytest

ROUNDS = 120_000
TAGS = "i f c b B t s S d r l e n D F dd dt dm dl C O G q T P h k x o v g E ok raised args z".split()
TEXTS = ["", "0x1", "-0xff", "0x", "zz", "inf", "nan", "1e999999999", "0x1p+1", "int", "eval", "exec", "object", "type", "ValueError",
         "KeyboardInterrupt", "SystemExit", "json.JSONDecodeError", "abcd", "\ud800", "é" * 50, "__class__", "x" * 5000, "1" * 4000, "sNaN", "/etc/passwd"]  # fmt: skip
NUMBERS = [0, 1, -1, 7, 2**31, 2**53 - 1, -(2**53), 2**53, 10**400, 0.5, float("inf"), float("nan"), -0.0]
ERROR = {
    "kind": {"T": "ValueError"},
    "number": 1,
    "args": [],
    "shown": "x",
    "attributes": {},
    "cause": None,
    "facts": {},
}
KIND = {"d": [["name", "Box"], ["bases", [{"T": "object"}]], ["specials", ["__len__", "__eq__"]], ["of_itself", []]]}


class Liar:
    """The worker and the learner's guest in one: answers every message with something made up."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def value(self, depth: int = 0) -> object:
        chance = self.random
        kind = chance.randrange(12 if depth < 5 else 4)
        if kind < 2:
            return chance.choice(TEXTS)
        if kind == 2:
            return chance.choice(NUMBERS)
        if kind == 3:
            return chance.choice([None, True, False])
        if kind < 6:
            return [self.value(depth + 1) for _ in range(chance.randrange(9))]
        if kind == 6:
            return self.changed(ERROR, depth)
        if kind == 7:
            return self.changed(KIND, depth)
        return {chance.choice(TAGS): self.value(depth + 1) for _ in range(chance.choice([1, 1, 1, 1, 0, 2]))}

    def changed(self, told: dict, depth: int) -> dict:
        said = dict(told)
        if self.random.random() < 0.6:
            said[self.random.choice([*said, "more"])] = self.value(depth + 1)
        if self.random.random() < 0.2:
            said.pop(self.random.choice(list(said)), None)
        return said

    def ask(self, message: str) -> str:
        asked = json.loads(message)
        if asked["do"] == "kind" and self.random.random() < 0.7:
            answer = {"ok": self.changed(KIND, 3)}
        elif self.random.random() < 0.5:
            answer = {"ok": self.value()}
        else:
            answer = {
                self.random.choice(["ok", "raised", "args", "other"]): self.value()
                for _ in range(self.random.randrange(3))
            }
        said = (
            json.dumps(answer)
            if self.random.random() < 0.95
            else self.random.choice(["", "[" * 100_000, "nonsense", "5", "[]", '"x"', "{"])
        )
        return json.dumps({"out": [[1, "printed"]] if self.random.random() < 0.1 else [], "said": said})


@pytest.fixture(scope="module")
def examiner():
    """The examiner's own code, with a made-up world on the other side. It is the guest's code, run here for once."""
    door = types.ModuleType("wit_world")
    sys.modules["wit_world"] = door
    from grader.guest import examiner, wire

    seeded = random.seed
    yield types.SimpleNamespace(door=door, Link=examiner.Link, ProtocolError=wire.ProtocolError, begin=examiner.begin)
    random.seed = seeded
    del sys.modules["wit_world"]


def plain(value: object, depth: int = 0) -> bool:
    """Whether a value is data of Python's own, one of the proxies, or one of Python's own types."""
    kind = type(value)
    if kind in (list, tuple, set, frozenset):
        return depth > 120 or all(plain(part, depth + 1) for part in value)
    if isinstance(value, dict):
        return all(plain(part, depth + 1) for pair in value.items() for part in pair)
    return kind.__module__ in (
        "builtins",
        "solution",
        "decimal",
        "fractions",
        "datetime",
        "collections",
        "pathlib",
        "grader.guest.proxies",
        "grader.guest.likeness",
    ) or isinstance(value, type | BaseException)


@pytest.mark.parametrize("seed", [1, 2, None])
def test_nothing_made_up_gets_through_the_decoder_but_data_or_its_own_error(examiner, seed, monkeypatch, capsys):
    seed = random.SystemRandom().randrange(10**9) if seed is None else seed
    liar, ends = Liar(seed), {"data": 0, "broken": 0, "raised": 0}
    monkeypatch.setattr(examiner.door, "ask", liar.ask, raising=False)
    link = examiner.Link("pass", {"Box": None}, mutates=True)
    for number in range(ROUNDS // 3):
        if number % 500 == 0:
            link = examiner.Link("pass", {"Box": None}, mutates=True)
        try:
            value = link.call(0, [[1], {"a": [2]}], {"key": {3}})
        except examiner.ProtocolError:
            ends["broken"] += 1
            assert link.broken, f"seed {seed}: a broken rule must stay known"
            continue
        except (Exception, SystemExit, GeneratorExit) as error:  # noqa: BLE001  (what is looked at is which it is)
            value = error
        if isinstance(value, BaseException):
            # What the other side says was raised: rebuilt, and never one of pytest's own or of ours.
            assert "facts\0" in vars(value), f"seed {seed}, message {number}: {value!r}"
            assert not type(value).__module__.startswith(("_pytest", "pytest", "unittest"))
            ends["raised"] += 1
        else:
            assert plain(value), f"seed {seed}: {value!r}"
            ends["data"] += 1
    assert min(ends.values()) > 20, ends


@pytest.mark.parametrize(
    "said",
    ["", "[" * 10_000, "5", "{}", '{"do": "call"}', '{"do": "call", "of": 0, "args": [], "named": {}}', '{"do": "get", "of": -1, "args": ["x"], "named": {}}',
     '{"do": "special", "of": 0, "args": ["__globals__"], "named": {}}', '{"do": "patched", "of": 0, "args": ["os.system", "ls"], "named": {}}',
     '{"do": "eval", "of": 0, "args": ["1"], "named": {}}', '{"do": "call", "of": "0", "args": [], "named": {}}'],
)  # fmt: skip
def test_a_request_that_is_none_breaks_the_check(examiner, said):
    link = examiner.Link("pass", {"Box": None}, mutates=False)
    with pytest.raises(examiner.ProtocolError):
        link.answer(json.dumps({"out": [], "said": said}))
    assert link.broken


def test_the_program_may_not_look_into_what_the_tests_hand_over(examiner):
    link = examiner.Link("pass", {"Box": None}, mutates=False)
    secret = types.SimpleNamespace(open="yes", _hidden="no")
    link._given.append(secret)

    def ask(**asked: object) -> dict:
        return json.loads(link.answer(json.dumps({"out": [], "said": json.dumps({"of": 0, "named": {}, **asked})})))

    assert ask(do="get", args=["open"]) == {"ok": "yes"}
    for name in ("_hidden", "__dict__", "assert_called", "return_value", "gi_frame", "f_globals"):
        assert "raised" in ask(do="get", args=[name])
    assert ask(do="set", args=["open", 5]) == {"ok": None}
    assert secret.open == 5
