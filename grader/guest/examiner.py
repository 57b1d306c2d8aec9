"""The tests' side of a check: pytest is here, the learner's program is in another guest and reached by messages.

Arguments cross over, answers come back; what they are compared with stays here. What comes back is taken for data
and nothing else, and only if it is exactly as `wire.py` says.
"""

import builtins
import dataclasses
import inspect
import json
import random
import sys
import types
import unittest.mock

import wit_world

from .importing import Finder, read_line
from .likeness import (
    FACTS,
    StoppedEarly,
    make_class,
    make_code,
    make_error,
    make_fields,
    make_object,
    make_signature,
    name_it,
)
from .proxies import ClassProxy, is_proxy, number_of
from .specials import BORROWED, SPECIALS, has_special
from .wire import Decoder, Encoder, ProtocolError, TooBig

PRIVATE = ("_", "assert", "gi_", "cr_", "ag_", "f_", "tb_", "co_", "mock_", "call_", "method_calls", "called",
           "return_value", "side_effect", "configure_mock", "attach_mock", "reset_mock")  # fmt: skip
"""How the names of a test's things begin that a program may not look at: they could tell it what is wanted."""

MAX_CLASSES = 1000
"""Classes of the learner's, with those of the standard library that its things are of."""

NEVER_GIVEN = (types.ModuleType, types.FrameType, types.TracebackType, types.CodeType)


class Link:
    """The examiner's end of the wall."""

    def __init__(self, program: str, *, mutates: bool) -> None:
        self._program, self._mutates = program, mutates
        self._things: dict[int, object] = {}
        self._classes: dict[int, type] = {}
        self._given: list[object] = []
        self._given_numbers: dict[int, int] = {}
        self._held: BaseException | None = None
        self.chance: tuple | None = None
        """The state of `random` after the tests have called `random.seed`, until the other side has it."""
        self.broken = ""
        """How the other side broke the rules, if it did: then nothing counts any more."""

    # What the tests do with the program

    def load(self) -> None:
        """Run the program from its first line."""
        try:
            self._exchange("load", 0, [self._program])
        except SystemExit as error:
            stopped = StoppedEarly("the program has ended itself")
            stopped.__dict__[FACTS] = error.__dict__.get(FACTS)
            raise stopped from None

    def call(self, number: int, args, named):
        """Call a thing of the learner's."""
        return self._exchange("call", number, list(args), dict(named), mutates=self._mutates)

    def get(self, number: int, name: str, *, named: bool = False):
        """An attribute. A class that is asked for by name is named from then on."""
        value = self._exchange("get", number, [name])
        if (named or number == 0) and isinstance(value, ClassProxy):
            name_it(value)
        return value

    def set(self, number: int, name: str, value) -> None:
        """Set an attribute."""
        self._exchange("set", number, [name, value])

    def delete(self, number: int, name: str) -> None:
        """Take an attribute away."""
        self._exchange("delete", number, [name])

    def names(self, number: int) -> list[str]:
        """The names that a thing has."""
        names = self._exchange("names", number)
        return [str(name) for name in names] if type(names) is list else []

    def own(self, number: int, name: str):
        """What stands under a name in a thing itself. Raises KeyError."""
        return self._exchange("own", number, [name])

    def own_names(self, number: int) -> list[str]:
        """The names that stand in a thing itself."""
        names = self._exchange("own_names", number)
        return [str(name) for name in names] if type(names) is list else []

    def special(self, number: int, name: str, args, named):
        """Call a special method."""
        return self._exchange("special", number, [name, *args], dict(named))

    def plain(self, number: int):
        """The parts of a list, dict or set of the learner's own kind."""
        return self._exchange("plain", number)

    def code(self, number: int) -> types.CodeType:
        """Code of the same sort as a function's: what tells generators and coroutines from other functions."""
        flags = self._exchange("flags", number)
        return make_code(flags if type(flags) is int else 0)

    def fields(self, number: int) -> dict[str, dataclasses.Field]:
        """The fields of a dataclass, by name."""
        names = self._exchange("fields", number)
        if type(names) is not list or not all(type(name) is str for name in names):
            raise self._break("fields that can't be")
        return make_fields(names)

    def signature(self, number: int) -> inspect.Signature:
        """How a thing wants to be called."""
        parts = self._exchange("signature", number)
        if type(parts) is not list or not all(type(part) is list for part in parts):
            raise self._break("a signature that can't be")
        return make_signature(parts)

    # Messages

    def _exchange(self, do: str, number: int, args=(), named=None, *, mutates: bool = False):
        args = list(args)
        message = {"do": do, "of": number, "args": self._encode(args)}
        if named:
            message["named"] = {name: self._encode(part) for name, part in named.items()}
        if mutates:
            message["mutates"] = True
        if patched := self._patched():
            message["patched"] = patched
        if self.chance is not None:
            message["chance"], self.chance = self._encode(self.chance), None
        answer = json.loads(wit_world.ask(json.dumps(message)))
        self.show(answer["out"])
        if self._held:
            held, self._held = self._held, None
            raise held
        said = self._read(answer["said"])
        if mutates and "args" in said:
            _copy_back(args, self._decode(said["args"]))
        if "raised" in said:
            raise self._decode({"x": said["raised"]})
        return self._decode(said.get("ok"))

    @staticmethod
    def show(output: list) -> None:
        """Print what the program has printed, so that capsys and the like see it."""
        for channel, text in output:
            (sys.stderr if channel == 2 else sys.stdout).write(text)

    def _encode(self, value):
        try:
            return Encoder(self._hand_over).encode(value)
        except TooBig as error:
            raise ValueError(f"This can't be handed to the program: {error}.") from None

    def _read(self, said: str) -> dict:
        try:
            answer = json.loads(said)
        except (ValueError, RecursionError):
            answer = None
        if type(answer) is not dict or not (answer.keys() <= {"ok", "raised", "args"}):
            raise self._break("not an answer")
        return answer

    def _decode(self, data):
        try:
            return Decoder(self._take).decode(data)
        except (ProtocolError, RecursionError) as error:
            raise self._break(str(error)) from None

    def _break(self, why: str) -> ProtocolError:
        self.broken = self.broken or why
        return ProtocolError(why)

    # Values that are not plain

    def _hand_over(self, encoder, value, depth):
        if isinstance(value, ClassProxy):
            return {"o": value.facts_number}
        if is_proxy(value):
            return {"o": number_of(value)}
        if isinstance(value, Exception) and type(value).__module__ == "builtins":
            return {"E": [encoder.inside(type(value), depth), encoder.inside(list(value.args), depth)]}
        if isinstance(value, NEVER_GIVEN):
            return None if isinstance(value, types.TracebackType) else self._refuse(value)
        number = self._given_numbers.get(id(value))
        if number is None:
            number = self._given_numbers[id(value)] = len(self._given)
            self._given.append(value)
        kind = type(value)
        specials = [name for name in SPECIALS if name not in ("__eq__", "__hash__") and has_special(kind, name)]
        name = getattr(value, "__name__", kind.__name__)
        doc = value.__doc__ if isinstance(value, types.FunctionType) else None
        return {"g": [number, str(name), doc, specials]}

    @staticmethod
    def _refuse(value):
        raise TypeError(f"A {type(value).__name__} can't be handed to the program.")

    def _take(self, decoder, data, depth):
        (tag, *_more), body = data, next(iter(data.values()))
        if tag == "h" and data.keys() <= {"h", "v"}:
            number, kind = decoder.whole(body, depth, 2)
            return self._thing(number, self._class(kind), decoder.inside(data["v"], depth) if "v" in data else None)
        if tag == "k" and len(data) == 1 and type(body) is int:
            return self._class(body)
        if tag == "x" and len(data) == 1:
            return self._error(decoder, body, depth)
        if tag == "o" and len(data) == 1 and type(body) is int and 0 <= body < len(self._given):
            return self._given[body]
        raise ProtocolError("not a value")

    def _thing(self, number: int, cls: type, plain):
        if not (isinstance(cls, ClassProxy) and not issubclass(cls, BaseException)) or number < 0:
            raise ProtocolError("not a thing")
        made = self._things.get(number)
        if made is None or type(made) is not cls or cls.facts_plain:
            made = self._things[number] = make_object(self, cls, number, plain)
        return made

    def _class(self, number: int) -> type:
        made = self._classes.get(number)
        if made is None:
            if number < 0 or len(self._classes) >= MAX_CLASSES:
                raise ProtocolError("more classes than there can be")
            self._classes[number] = _Unfinished
            said = self._exchange("kind", number)
            if not _is_kind(said):
                raise ProtocolError("not a class")
            made = self._classes[number] = make_class(self, number, said)
        if made is _Unfinished:
            raise ProtocolError("a class that stands on itself")
        return made

    def _error(self, decoder, said, depth: int) -> BaseException:
        if type(said) is not dict or said.keys() != _ERROR_PARTS or type(said["attributes"]) is not dict or depth > 50:
            raise ProtocolError("not an error")
        cls = decoder.inside(said["kind"], depth)
        if not (isinstance(cls, type) and issubclass(cls, BaseException)) or type(said["number"]) is not int:
            raise ProtocolError("not an error")
        args = tuple(decoder.parts(said["args"], depth + 1))
        attributes = {
            name: decoder.inside(part, depth) for name, part in said["attributes"].items() if name.isidentifier()
        }
        decoder.text(said["shown"])
        error = make_error(self, cls, said, args, attributes)
        if said["cause"] is not None:
            error.__cause__ = self._error(decoder, said["cause"], depth + 1)
        return error

    # What the program does with the tests' things

    def answer(self, message: str) -> str:
        """Let the program use a thing that the tests have handed over."""
        packed = json.loads(message)
        self.show(packed["out"])
        asked = self._read_request(packed["said"])
        try:
            args = self._decode(asked["args"])
            named = {str(name): self._decode(part) for name, part in asked["named"].items()}
            if asked["do"] in ("patched", "line"):
                value = self._stand_in(asked["do"], args, named)
            else:
                value = self._use(asked["do"], self._given[asked["of"]], args, named)
            return json.dumps({"ok": self._encode(value)})
        except ProtocolError:
            raise
        except Exception as error:
            return json.dumps({"raised": self._encode(_plain_error(error))})
        except BaseException as error:
            # pytest.fail, skip and the like are for the test: the program must not catch them.
            self._held = error
            return json.dumps({"raised": self._encode(RuntimeError("the check has stopped"))})

    def _read_request(self, said: str) -> dict:
        try:
            asked = json.loads(said)
        except (ValueError, RecursionError):
            asked = None
        shape = {"do": str, "of": int, "args": list, "named": dict}
        if (
            type(asked) is not dict
            or asked.keys() != shape.keys()
            or any(type(asked[name]) is not kind for name, kind in shape.items())
            or not (asked["do"] in ("patched", "line") or 0 <= asked["of"] < len(self._given))
        ):
            raise self._break("not a request")
        return asked

    def _stand_in(self, do: str, args: list, named: dict):
        if do == "line":
            return read_line()
        if args and args[0] == "builtins.input":
            return builtins.input(*args[1:], **named)
        if args and args[0] in self._patched():
            return _now(args[0])(*args[1:], **named)
        raise self._break("not a request")

    def _patched(self) -> list[str]:
        return [name for name, original in BORROWED.items() if _now(name) is not original]

    def _use(self, do: str, thing, args: list, named: dict):
        if do == "call":
            return thing(*args, **named)
        if do == "special" and args and args[0] in SPECIALS and args[0] not in ("__eq__", "__hash__"):
            return getattr(type(thing), args[0])(thing, *args[1:], **named)
        if do in ("get", "set") and args and type(args[0]) is str:
            name = args[0]
            if name.startswith(PRIVATE) or isinstance(thing, type):
                raise AttributeError(f"the program may not look at {name} here")
            if do == "get":
                return getattr(thing, name)
            if not isinstance(thing, unittest.mock.NonCallableMock) and hasattr(thing, "__dict__"):
                return setattr(thing, name, *args[1:])
        raise self._break("not a request")


def _now(name: str):
    place, _, attribute = name.rpartition(".")
    return getattr(sys.modules[place], attribute)


class _Unfinished:
    """Stands for a class while it is asked about."""


_ERROR_PARTS = {"kind", "number", "args", "shown", "attributes", "cause", "facts"}


def _is_kind(said) -> bool:
    lists = ("bases", "specials", "of_itself")
    return (
        type(said) is dict
        and said.keys() == {"name", *lists}
        and type(said["name"]) is str
        and len(said["name"]) < 200
        and all(type(said[name]) is list for name in lists)
        and all(isinstance(base, type) for base in said["bases"])
        and all(type(name) is str for name in (*said["specials"], *said["of_itself"]))
    )


def _plain_error(error: Exception) -> Exception:
    """An error of the tests as one of Python's own."""
    for kind in type(error).__mro__:
        if kind.__module__ == "builtins":
            try:
                return kind(*error.args)
            except Exception:
                return RuntimeError(str(error)[:500])
    return RuntimeError("")


def _copy_back(mine, theirs) -> None:
    """Bring what the program changed in a list, dict or set into the tests' own, and into those inside of it."""
    if type(mine) is not type(theirs):
        return
    if type(mine) in (list, dict):
        keys = range(min(len(mine), len(theirs))) if type(mine) is list else mine.keys() & theirs.keys()
        kept = {}
        for key in keys:
            _copy_back(mine[key], theirs[key])
            if type(mine[key]) is type(theirs[key]) and type(mine[key]) in (list, dict, set, bytearray):
                kept[key] = mine[key]
        if type(mine) is list:
            mine[:] = [kept.get(at, part) for at, part in enumerate(theirs)]
        else:
            mine.clear()
            mine.update(theirs | kept)
    elif type(mine) is set:
        mine.clear()
        mine.update(theirs)
    elif type(mine) is bytearray:
        mine[:] = theirs


LINK: Link | None = None


def begin(module: str, program: str, tests: list[str], *, mutates: bool) -> Link:
    """Put the learner's module where the tests' imports find it."""
    global LINK
    LINK = link = Link(program, mutates=mutates)
    seed = random.seed

    def seeded(*args, **named) -> None:
        seed(*args, **named)
        link.chance = random.getstate()

    random.seed = seeded
    sys.meta_path.insert(0, Finder(LINK, module, tests))
    return LINK
