"""Values that cross between the two guests, as JSON: plain data by value, everything else by a number.

Nobody trusts what comes over: whatever is not exactly as written here is a `ProtocolError`. Nothing is ever
evaluated. The examiner never sends an expected value.

Plain: None, True, False, text, numbers below 2**53 and lists stand for themselves. Everything else is an object
with one key, its tag: see `_ENCODERS` and `_DECODERS`.
"""

import builtins
import collections
import datetime as dt
import decimal
import fractions
import importlib
import pathlib
import re

MAX_NODES = 200_000
MAX_DEPTH = 100
MAX_TEXT = 4_000_000
"""Characters of all texts and numbers in one message."""

SMALL = 2**53
"""Whole numbers below this are the same in every JSON."""


class ProtocolError(BaseException):
    """What came over the wall is not what the two sides agreed on. No test can catch it by Exception."""


class TooBig(Exception):
    """A value has more parts than may cross."""


FUNCTIONS = "abs all any bin callable chr divmod hex len max min oct ord pow repr round sorted sum".split()

MODULES = (
    "collections csv dataclasses datetime decimal fractions json pathlib re sqlite3 statistics string types".split()
)

NAMED = {name: value for name, value in vars(builtins).items() if isinstance(value, type) or name in FUNCTIONS}
NAMED |= {
    f"{module}.{name}": value
    for module in MODULES
    for name, value in sorted(vars(importlib.import_module(module)).items())
    if isinstance(value, type) and not name.startswith("_") and value not in NAMED.values()
}
"""Types and functions of Python's own that cross by their name."""

_NAMES = {value: name for name, value in NAMED.items() if name.rpartition(".")[2] == getattr(value, "__name__", "")}


class Encoder:
    """Makes messages. What is not plain is given to `foreign`, which must give a tagged object."""

    def __init__(self, foreign):
        self._foreign = foreign

    def encode(self, value):
        """A value as JSON can hold it. Raises `TooBig`."""
        self._nodes = self._text = 0
        return self._any(value, 0)

    def _any(self, value, depth):
        self._nodes += 1
        if self._nodes > MAX_NODES or depth > MAX_DEPTH:
            raise TooBig("a value has more parts than may cross")
        kind = type(value)
        if value is None or kind is bool:
            return value
        if kind is str:
            return self._counted(value)
        if kind is int:
            return value if -SMALL < value < SMALL else {"i": self._counted(hex(value))}
        if kind is float:
            return {"f": value.hex()}
        if kind is list:
            return [self._any(part, depth + 1) for part in value]
        make = _ENCODERS.get(kind)
        if make is not None:
            tag, parts = make(value)
            return {tag: self._any(parts, depth + 1)}
        name = self._name_of(value)
        return {"T": name} if name else self._foreign(self, value, depth)

    @staticmethod
    def _name_of(value):
        return _NAMES.get(value) if isinstance(value, type) or type(value) is type(len) else None

    def _counted(self, text):
        self._text += len(text)
        if self._text > MAX_TEXT:
            raise TooBig("a value is longer than may cross")
        return text

    def inside(self, value, depth):
        """For `foreign`: encode a part of what it encodes."""
        return self._any(value, depth + 1)


def _pairs(value):
    return [[key, part] for key, part in value.items()]


def _offset(moment):
    offset = moment.utcoffset()
    return None if offset is None else offset.total_seconds()


def _moment(moment):
    parts = [moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second, moment.microsecond]
    return [*parts, _offset(moment)]


def _time(moment):
    return [moment.hour, moment.minute, moment.second, moment.microsecond, _offset(moment)]


_ENCODERS = {
    complex: lambda value: ("c", [value.real, value.imag]),
    bytes: lambda value: ("b", value.hex()),
    bytearray: lambda value: ("B", value.hex()),
    tuple: lambda value: ("t", list(value)),
    set: lambda value: ("s", list(value)),
    frozenset: lambda value: ("S", list(value)),
    dict: lambda value: ("d", _pairs(value)),
    range: lambda value: ("r", [value.start, value.stop, value.step]),
    slice: lambda value: ("l", [value.start, value.stop, value.step]),
    type(...): lambda _value: ("e", None),
    type(NotImplemented): lambda _value: ("n", None),
    decimal.Decimal: lambda value: ("D", str(value)),
    fractions.Fraction: lambda value: ("F", [value.numerator, value.denominator]),
    dt.date: lambda value: ("dd", [value.year, value.month, value.day]),
    dt.time: lambda value: ("dt", _time(value)),
    dt.datetime: lambda value: ("dm", _moment(value)),
    dt.timedelta: lambda value: ("dl", [value.days, value.seconds, value.microseconds]),
    pathlib.PosixPath: lambda value: ("P", str(value)),
    collections.Counter: lambda value: ("C", _pairs(value)),
    collections.OrderedDict: lambda value: ("O", _pairs(value)),
    collections.defaultdict: lambda value: ("G", _pairs(value)),
    collections.deque: lambda value: ("q", [list(value), value.maxlen]),
}


class Decoder:
    """Reads messages. Tags that are not here are given to `foreign(decoder, tag, body, depth)`."""

    def __init__(self, foreign):
        self._foreign = foreign

    def decode(self, data):
        """The value of a message. Raises `ProtocolError`, and nothing else of its own."""
        self._nodes = self._text = 0
        return self._any(data, 0)

    def _any(self, data, depth):
        self._nodes += 1
        if self._nodes > MAX_NODES or depth > MAX_DEPTH:
            raise ProtocolError("a message has more parts than may cross")
        kind = type(data)
        if data is None or kind is bool:
            return data
        if kind is str:
            return self._counted(data)
        if kind is int:
            if not -SMALL < data < SMALL:
                raise ProtocolError("a number is not tagged")
            return data
        if kind is list:
            return [self._any(part, depth + 1) for part in data]
        if kind is not dict or not data:
            raise ProtocolError("not a value")
        tag = next(iter(data))
        make = _DECODERS.get(tag)
        if make is None:
            return self._foreign(self, data, depth)
        if len(data) != 1:
            raise ProtocolError("a value has two tags")
        try:
            return make(self, data[tag], depth + 1)
        except (ValueError, TypeError, ArithmeticError, AttributeError, IndexError, KeyError, RecursionError) as error:
            raise ProtocolError("the parts of a value do not fit its tag") from error

    def _counted(self, text):
        self._text += len(text)
        if self._text > MAX_TEXT:
            raise ProtocolError("a message is longer than may cross")
        return text

    def inside(self, data, depth):
        """For `foreign`: decode a part of what it decodes."""
        return self._any(data, depth + 1)

    def text(self, data):
        """A text and nothing else."""
        if type(data) is not str:
            raise ProtocolError("not a text")
        return self._counted(data)

    def parts(self, data, depth, *counts):
        """A list, decoded; with `counts`, of so many parts."""
        if type(data) is not list or (counts and len(data) not in counts):
            raise ProtocolError("not the right parts")
        return [self._any(part, depth) for part in data]

    def whole(self, data, depth, count):
        """A list of so many whole numbers."""
        parts = self.parts(data, depth, count)
        if not all(type(part) is int for part in parts):
            raise ProtocolError("not whole numbers")
        return parts

    def pairs(self, data, depth):
        """A list of keys and values."""
        if type(data) is not list:
            raise ProtocolError("not pairs")
        return [self.parts(pair, depth, 2) for pair in data]


def _integer(decoder, body, _depth):
    text = decoder.text(body)
    if not re.fullmatch(r"-?0x[0-9a-f]+", text):
        raise ProtocolError("not a whole number")
    return int(text, 16)


def _float(decoder, body, _depth):
    text = decoder.text(body)
    if len(text) > 40:
        raise ProtocolError("not a number")
    return float.fromhex(text)


def _complex(decoder, body, depth):
    real, imaginary = decoder.parts(body, depth, 2)
    if type(real) is not float or type(imaginary) is not float:
        raise ProtocolError("not two numbers")
    return complex(real, imaginary)


def _decimal(decoder, body, _depth):
    text = decoder.text(body)
    if len(text) > 10_000 or not re.fullmatch(r"[-+0-9.eEINFTYAinftyaSs]+", text):
        raise ProtocolError("not a decimal number")
    return decimal.Decimal(text)


def _slice(decoder, body, depth):
    return slice(*decoder.parts(body, depth, 3))


def _zone(seconds):
    if seconds is None:
        return None
    if type(seconds) is not float:
        raise ProtocolError("not a time zone")
    return dt.timezone(dt.timedelta(seconds=seconds))


def _read_moment(decoder, body, depth):
    *parts, zone = decoder.parts(body, depth, 8)
    return dt.datetime(*parts, tzinfo=_zone(zone))


def _read_time(decoder, body, depth):
    *parts, zone = decoder.parts(body, depth, 5)
    return dt.time(*parts, tzinfo=_zone(zone))


def _grouped(decoder, body, depth):
    made = collections.defaultdict(None)
    made.update(decoder.pairs(body, depth))
    return made


def _queue(decoder, body, depth):
    parts, most = decoder.parts(body, depth, 2)
    if type(parts) is not list or not (most is None or (type(most) is int and most >= 0)):
        raise ProtocolError("not a queue")
    return collections.deque(parts, most)


def _named(decoder, body, _depth):
    name = decoder.text(body)
    if name not in NAMED:
        raise ProtocolError("not a name of Python's own")
    return NAMED[name]


def _nothing(value):
    def read(_decoder, body, _depth):
        if body is not None:
            raise ProtocolError("not nothing")
        return value

    return read


_DECODERS = {
    "i": _integer,
    "f": _float,
    "c": _complex,
    "b": lambda decoder, body, _depth: bytes.fromhex(decoder.text(body)),
    "B": lambda decoder, body, _depth: bytearray.fromhex(decoder.text(body)),
    "t": lambda decoder, body, depth: tuple(decoder.parts(body, depth)),
    "s": lambda decoder, body, depth: set(decoder.parts(body, depth)),
    "S": lambda decoder, body, depth: frozenset(decoder.parts(body, depth)),
    "d": lambda decoder, body, depth: dict(decoder.pairs(body, depth)),
    "r": lambda decoder, body, depth: range(*decoder.parts(body, depth, 3)),
    "l": _slice,
    "e": _nothing(...),
    "n": _nothing(NotImplemented),
    "D": _decimal,
    "F": lambda decoder, body, depth: fractions.Fraction(*decoder.whole(body, depth, 2)),
    "dd": lambda decoder, body, depth: dt.date(*decoder.whole(body, depth, 3)),
    "dt": _read_time,
    "dm": _read_moment,
    "dl": lambda decoder, body, depth: dt.timedelta(*decoder.whole(body, depth, 3)),
    "P": lambda decoder, body, _depth: pathlib.PosixPath(decoder.text(body)),
    "C": lambda decoder, body, depth: collections.Counter(dict(decoder.pairs(body, depth))),
    "O": lambda decoder, body, depth: collections.OrderedDict(decoder.pairs(body, depth)),
    "G": _grouped,
    "q": _queue,
    "T": _named,
}
