"""Replaces the learner's end of the wall, and sends answers that no honest end would send."""
import json
import sys

NUMBER = {"i": "0x2a"}
ERROR = {"kind": {"T": "ValueError"}, "number": 1, "args": ["no half"], "shown": "no half", "attributes": {}, "cause": None, "facts": {}}
FORMS = [
    {"ok": {"T": name}} for name in ("type", "object", "super", "property", "bool", "staticmethod", "memoryview", "BaseException", "KeyboardInterrupt")
] + [
    {"ok": {"o": 0}},
    {"ok": {"o": -1}},
    {"ok": {"o": 10**9}},
    {"ok": {"h": [0, 0]}},
    {"ok": {"h": [1, 1], "v": 42}},
    {"ok": {"h": [1, {"T": "int"}]}},
    {"ok": {"k": 0}},
    {"ok": {"k": -1}},
    {"ok": {"n": None}},
    {"ok": {"e": None}},
    {"ok": {"r": [0, {"i": "0x" + "f" * 100}, 1]}},
    {"ok": {"D": "sNaN"}},
    {"ok": {"D": "9e999999999"}},
    {"ok": {"F": [1, 0]}},
    {"ok": {"s": [[]]}},
    {"ok": {"d": [[{"d": []}, 0]]}},
    {"ok": {"q": [[1, 2, 3], {"i": "0x" + "f" * 40}]}},
    {"ok": {"C": [["a", {"h": [0, 0]}]]}},
    {"ok": {"f": "inf", "i": "0x2a"}},
    {"ok": {"f": "nan"}},
    {"ok": 1e400},
    {"ok": 10**400},
    {"ok": NUMBER, "args": [[42, 42]]},
    {"ok": None, "args": {"d": []}},
    {"ok": None, "args": 7},
    {"ok": None, "raised": ERROR},
    {"raised": ERROR},
    {"raised": {**ERROR, "kind": {"T": "SystemExit"}}},
    {"raised": {**ERROR, "kind": {"T": "KeyboardInterrupt"}}},
    {"raised": {**ERROR, "kind": {"T": "GeneratorExit"}}},
    {"raised": {**ERROR, "kind": {"T": "ExceptionGroup"}}},
    {"raised": {**ERROR, "kind": {"T": "BaseExceptionGroup"}, "args": ["x", [{"T": "int"}]]}},
    {"raised": {**ERROR, "kind": {"T": "type"}}},
    {"raised": {**ERROR, "kind": {"k": 0}}},
    {"raised": {**ERROR, "attributes": {"__class__": 1, "__traceback__": 1, "__notes__": 1, "msg": 1, "__dict__": 1}}},
    {"raised": {**ERROR, "facts": {"line": 10**9, "kind": 5, "phases": {"call": "passed"}}}},
    {"raised": {**ERROR, "facts": None}},
    {"raised": {**ERROR, "cause": ERROR}},
    {"raised": None},
    {"passed": True},
    {},
    [],
    None,
    "passed",
]
TEXTS = ["", "{", "[" * 100_000, '{"ok": ' * 5000, '{"ok": NaN}', '{"ok": 1, "ok": 2}', "\ud800", "\0"]
count = 0


def next_form(*args, **named):
    global count
    count += 1
    number = count % (len(FORMS) + len(TEXTS))
    return json.dumps(FORMS[number]) if number < len(FORMS) else TEXTS[number - len(FORMS)]


def take_over():
    for module in list(sys.modules.values()):
        for part in list(vars(module).values()):
            if isinstance(part, type) and part.__name__ == "Pupil":
                part.answer = next_form
                return


START = 0


def forge(*args):
    global count
    count = START
    take_over()
    return 0
