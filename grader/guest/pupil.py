"""The learner's side of a check with tests: the program alone in its guest, reached only by messages.

Nothing here is a wall: the program shares this guest and may have changed all of it. The walls are that the
examiner takes nothing from here but data, and that what it compares with never comes here.
"""

import dataclasses
import functools
import inspect
import json
import linecache
import random
import sys
import types

import wit_world

from .errors import FILE, describe
from .specials import BORROWED, SPECIALS, has_special
from .wire import Decoder, Encoder, TooBig

PLAIN_BASES = (int, float, complex, str, bytes, tuple, frozenset)
"""What a value of a learner's own kind may be besides: its plain part crosses, and is what is compared."""


class Pupil:
    """The objects that the examiner knows by number, and what it may ask of them."""

    def __init__(self, module: types.ModuleType) -> None:
        self._objects = [module]
        self._numbers = {id(module): 0}
        self._given: dict[int, type] = {}
        self._replaced: set[str] = set()
        self._encoder = Encoder(self._hand_out)
        self._decoder = Decoder(self._take_in)

    # Across the wall

    def _number(self, value) -> int:
        number = self._numbers.get(id(value))
        if number is None:
            number = self._numbers[id(value)] = len(self._objects)
            self._objects.append(value)
        return number

    def _hand_out(self, encoder, value, depth):
        if isinstance(value, Given):
            return {"o": object.__getattribute__(value, "_number")}
        if isinstance(value, type):
            return {"k": self._number(value)}
        if isinstance(value, BaseException):
            return {"x": self._error(encoder, value, depth)}
        said = {"h": [self._number(value), self._number(type(value))]}
        for base in PLAIN_BASES:
            if isinstance(value, base):
                said["v"] = encoder.inside(_plain_part(base, value), depth)
        return said

    def _error(self, encoder, error, depth):
        """An error: its kind, its parts, how it reads, and the facts for the learner."""
        kind = type(error)
        facts = describe(error)
        return {
            "kind": encoder.inside(kind, depth),
            "number": self._number(error),
            "args": self._each(encoder, error.args, depth),
            "shown": facts["message"],
            "attributes": {
                name: self._or_nothing(encoder, part, depth)
                for name, part in list(vars(error).items())[:50]
                if type(name) is str and not name.startswith("_")
            },
            "cause": self._error(encoder, error.__cause__, depth + 1) if error.__cause__ and depth < 20 else None,
            "facts": facts,
        }

    def _each(self, encoder, parts, depth):
        return [self._or_nothing(encoder, part, depth) for part in parts[:50]]

    @staticmethod
    def _or_nothing(encoder, part, depth):
        try:
            return encoder.inside(part, depth)
        except TooBig:
            return None

    def _take_in(self, decoder, data, depth):
        if "o" in data:
            return self._objects[data["o"]]
        if "E" in data:
            kind, args = data["E"]
            return decoder.inside(kind, depth)(*decoder.parts(args, depth))
        number, name, doc, specials = data["g"]
        given = self._given.get(number)
        if given is None:
            given = self._given[number] = _make_given(self, number, name, doc, specials)
        return given

    # What the examiner asks

    def answer(self, asked: dict) -> str:
        """Do what a message says and tell how it went."""
        args, named, said = [], {}, {}
        self._put_in_place(asked.get("patched", []), asked.get("chance"))
        try:
            args = self._decoder.decode(asked.get("args", []))
            named = {name: self._decoder.decode(part) for name, part in asked.get("named", {}).items()}
            value = getattr(self, f"_do_{asked['do']}")(self._objects[asked["of"]], args, named)
            said = {"ok": self._encoder.encode(value)}
        except TooBig as error:
            said = {"raised": self._described(ValueError(str(error)))}
        except BaseException as error:
            said = {"raised": self._described(error)}
        if asked.get("mutates"):
            said["args"] = self._encoder.encode(args)
        flush()
        return json.dumps(said)

    def _put_in_place(self, patched: list[str], chance) -> None:
        """Let the tests' stand-ins for Python's own functions act here too, and their `random.seed`."""
        for name in {*patched, *self._replaced}:
            place, _, attribute = name.rpartition(".")
            now = functools.partial(self._patched, name) if name in patched else BORROWED[name]
            setattr(sys.modules[place], attribute, now)
        self._replaced = set(patched)
        if chance is not None:
            random.setstate(self._decoder.decode(chance))

    def _patched(self, name: str, *args, **named):
        return self.use("patched", 0, name, *args, **named)

    def _described(self, error):
        try:
            return self._encoder.encode(error)["x"]
        except BaseException:
            return self._encoder.encode(RuntimeError("an error that can't be told"))["x"]

    def _do_load(self, module, args, _named):
        (code,) = args
        linecache.cache[FILE] = (len(code), None, code.splitlines(True), FILE)
        exec(compile(code, FILE, "exec", dont_inherit=True), module.__dict__)

    def _do_call(self, thing, args, named):
        return thing(*args, **named)

    def _do_get(self, thing, args, _named):
        return getattr(thing, args[0])

    def _do_set(self, thing, args, _named):
        setattr(thing, *args)

    def _do_delete(self, thing, args, _named):
        delattr(thing, *args)

    def _do_names(self, thing, _args, _named):
        return [name for name in dir(thing) if type(name) is str]

    def _do_own(self, thing, args, _named):
        return vars(thing)[args[0]]

    def _do_own_names(self, thing, _args, _named):
        return [name for name in vars(thing) if type(name) is str]

    def _do_special(self, thing, args, named):
        return getattr(type(thing), args[0])(thing, *args[1:], **named)

    def _do_plain(self, thing, _args, _named):
        """The parts of a list, dict or set of the learner's own kind, past all of its own methods."""
        for base in (list, dict, set, bytearray):
            if isinstance(thing, base):
                return base(base.items(thing)) if base is dict else base(base.__iter__(thing))
        raise TypeError("not a container of Python's own")

    def _do_kind(self, thing, _args, _named):
        """What the examiner needs to know of a class."""
        return {
            "name": thing.__name__,
            "bases": list(thing.__bases__),
            "specials": [name for name in SPECIALS if has_special(thing, name)],
            "of_itself": [name for name in SPECIALS if type(thing) is not type and has_special(type(thing), name)],
        }

    def _do_flags(self, thing, _args, _named):
        """What sort of function it is."""
        return thing.__code__.co_flags

    def _do_fields(self, thing, _args, _named):
        """The names of the fields of a dataclass."""
        return [field.name for field in dataclasses.fields(thing)]

    def _do_signature(self, thing, _args, _named):
        parameters = inspect.signature(thing).parameters.values()
        empty = inspect.Parameter.empty
        return [[p.name, int(p.kind), *([] if p.default is empty else [p.default])] for p in parameters]

    # What the program asks of things the tests have handed over

    def ask(self, **message):
        """Let the examiner do something with a thing of its own."""
        flush()
        said = json.loads(wit_world.ask(json.dumps(message)))
        if "ok" in said:
            return self._decoder.decode(said["ok"])
        raise self._decoder.decode(said["raised"])

    def typed(self, prompt="", /):
        """`input()`: whatever the tests have put in its place."""
        return self.use("patched", 0, "builtins.input", prompt)

    def read_line(self) -> str:
        """A line of `sys.stdin`, as the tests have it."""
        return self.use("line", 0)

    def use(self, do: str, number: int, *args, **named):
        """Call, read or write a thing that the tests have handed over."""
        return self.ask(
            do=do,
            of=number,
            args=self._encoder.encode(list(args)),
            named={name: self._encoder.encode(part) for name, part in named.items()},
        )


def _plain_part(base, value):
    if base is frozenset:
        return frozenset(frozenset.__iter__(value))
    parts = base.__getnewargs__(value)
    return complex(*parts) if base is complex else parts[0]


class Given:
    """A thing of the tests, as the program sees it."""

    def __getattr__(self, name):
        pupil, number = _home(self)
        return pupil.use("get", number, name)

    def __setattr__(self, name, value):
        pupil, number = _home(self)
        pupil.use("set", number, name, value)


def _home(given):
    return object.__getattribute__(given, "_pupil"), object.__getattribute__(given, "_number")


def _make_given(pupil, number, name, doc, specials):
    def forward(special):
        return lambda self, *args, **named: pupil.use("special", number, special, *args, **named)

    made = type(name, (Given,), {special: forward(special) for special in specials if special in SPECIALS})()
    for key, value in (
        ("_pupil", pupil),
        ("_number", number),
        ("__name__", name),
        ("__qualname__", name),
        ("__doc__", doc),
    ):
        object.__setattr__(made, key, value)
    return made


def flush() -> None:
    """Send off what the program has printed so far."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:  # noqa: S110  (the learner closed or replaced it: there is nothing to flush)
            pass


def begin(name: str) -> Pupil:
    """Make the module that the program will run in."""
    module = types.ModuleType(name)
    module.__file__ = FILE
    sys.modules[name] = module
    return Pupil(module)
