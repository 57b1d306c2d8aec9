"""How values look at a glance: short, and told without running any code of the program.

A `repr` written by a learner may print, change things, or never end. So types are looked up past every
method that a class can define, and only what C implements is asked.
"""

import datetime as dt
import decimal
import itertools
import types
from collections import deque

LONGEST = 80
"""Characters of one value."""
ROOM = 56
"""Characters after which no further part of a value is shown, so that its end is."""
PARTS = 40
"""Values inside of a value that are looked at."""
DEEPEST = 4

_name_of = type.__dict__["__name__"].__get__
_mro_of = type.__dict__["__mro__"].__get__
_dict_of = type.__dict__["__dict__"].__get__
_flags_of = type.__dict__["__flags__"].__get__
_args_of = BaseException.__dict__["args"].__get__
_HEAP_TYPE = 1 << 9
"""The flag of classes that were made by Python code, or may be changed by it."""


def glance(value) -> str:
    """A value as a text of at most `LONGEST` characters."""
    text = _look(value, DEEPEST, [PARTS])
    return text if len(text) <= LONGEST else text[: LONGEST - 3] + "..."


def kind_of(value) -> str:
    """The name of a value's class."""
    return _name_of(type(value))[:40]


def message_of(error: BaseException) -> str:
    """What an error says, without its own `__str__` if the program wrote one."""
    args = _args_of(error)
    kind = type(error)
    if not _flags_of(kind) & _HEAP_TYPE and all(type(part) in (str, int, bytes, types.NoneType) for part in args):
        return str(error)[:300]
    if len(args) == 1 and type(args[0]) is str:
        return args[0][:300]
    return ", ".join(glance(part) for part in args)[:300]


def _look(value, depth: int, left: list[int]) -> str:
    left[0] -= 1
    kind = type(value)
    if kind in _PLAIN:
        return _PLAIN[kind](value)
    if kind in _CALLED:
        return _CALLED[kind](value)
    for known, parts in _HOLDERS.items():
        if issubclass(kind, known):
            return parts(value, kind, depth, left)
    if issubclass(kind, type):
        return f"class {_name_of(value)}"
    if issubclass(kind, BaseException):
        return f"{_name_of(kind)}({_listed(_args_of(value), depth, left)})"
    for known, show in _PLAIN.items():
        if known in (int, str, float, bytes) and issubclass(kind, known):
            return _member(value, kind) or f"{_name_of(kind)}({show(value)})"
    return _member(value, kind) or _thing(value, kind, depth, left)


def _whole(value) -> str:
    bits = int.bit_length(value)
    return int.__repr__(value) if bits < 300 else f"a number of about {bits * 30103 // 100_000:,} digits"


def _text(value) -> str:
    length = str.__len__(value)
    shown = str.__repr__(str.__getitem__(value, slice(0, LONGEST)))
    return shown if length <= LONGEST else shown[: LONGEST - 3] + "..."


def _bytes(value) -> str:
    return repr(bytes(memoryview(value)[:LONGEST]))


_PLAIN = {
    types.NoneType: repr, bool: repr, types.EllipsisType: repr, types.NotImplementedType: repr, range: repr,
    float: float.__repr__, complex: complex.__repr__, int: _whole, str: _text, bytes: _bytes,
    decimal.Decimal: decimal.Decimal.__str__, dt.date: dt.date.__str__,
    dt.datetime: dt.datetime.__str__,
    dt.time: dt.time.__str__, dt.timedelta: dt.timedelta.__str__,
}  # fmt: skip


def _function(value) -> str:
    code = value.__code__
    names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    return f"function {value.__name__}({', '.join(names)})"


_CALLED = {
    types.FunctionType: _function,
    types.BuiltinFunctionType: lambda value: f"function {value.__name__}",
    types.MethodType: lambda value: f"method {getattr(value.__func__, '__name__', '') if type(value.__func__) is types.FunctionType else ''}".rstrip(),
    types.ModuleType: lambda value: "module",
    types.GeneratorType: lambda value: f"generator {value.gi_code.co_name}",
}  # fmt: skip


def _listed(parts, depth: int, left: list[int]) -> str:
    """Parts with commas between them, as many as there is room for."""
    shown = []
    room = ROOM
    for part in parts:
        if room <= 0 or left[0] <= 0:
            shown.append("...")
            break
        shown.append(_look(part, depth - 1, left))
        room -= len(shown[-1]) + 2
    return ", ".join(shown)


def _row(known, opening: str, closing: str):
    """How to show lists, tuples, sets and what is made from them."""

    def look(value, kind, depth: int, left: list[int]) -> str:
        length = known.__len__(value)
        if depth <= 0 and length:
            inside = "..."
        else:
            inside = _listed(known.__iter__(value), depth, left)
            if inside.endswith("...") and length > 8:
                inside += f" {length:,} in all"
        if known is tuple and length == 1:
            inside += ","
        if fields := _fields(kind) if known is tuple else ():
            pairs = zip(fields, tuple.__iter__(value), strict=False)
            return f"{_name_of(kind)}({', '.join(f'{name}={_look(part, depth - 1, left)}' for name, part in pairs)})"
        if not length and known is not list and known is not tuple:
            return f"{_name_of(kind)}()"
        return _named(kind, known, f"{opening}{inside}{closing}")

    return look


def _fields(kind) -> tuple:
    """The names of a named tuple."""
    found = _dict_of(kind).get("_fields")
    return found[:8] if type(found) is tuple and all(type(name) is str for name in found) else ()


def _pairs(value, kind, depth: int, left: list[int]) -> str:
    length = dict.__len__(value)
    shown = []
    room = ROOM
    for key, part in dict.items(value):
        if room <= 0 or left[0] <= 0 or depth <= 0:
            shown.append(f"... {length:,} in all" if length > 8 else "...")
            break
        shown.append(f"{_look(key, depth - 1, left)}: {_look(part, depth - 1, left)}")
        room -= len(shown[-1]) + 2
    return _named(kind, dict, f"{{{', '.join(shown)}}}")


def _named(kind, known, text: str) -> str:
    return text if kind is known and known in (list, tuple, set, dict) else f"{_name_of(kind)}({text})"


_HOLDERS = {
    list: _row(list, "[", "]"), tuple: _row(tuple, "(", ")"), set: _row(set, "{", "}"),
    frozenset: _row(frozenset, "{", "}"), deque: _row(deque, "[", "]"), dict: _pairs,
}  # fmt: skip


def _member(value, kind) -> str:
    """A member of an enum, as `Color.RED`; "" for anything else."""
    if "_member_map_" not in _dict_of(kind):
        return ""
    name = next((part for key, part in _attributes(value, kind) if key == "_name_"), None)
    return f"{_name_of(kind)}.{name}" if type(name) is str else ""


def _thing(value, kind, depth: int, left: list[int]) -> str:
    """An instance by its attributes, as `Dog(name='Rex')`."""
    if depth <= 0:
        return f"{_name_of(kind)}(...)"
    if not _flags_of(kind) & _HEAP_TYPE:
        return f"<{_name_of(kind)}>"
    shown = []
    room = ROOM
    for name, part in itertools.islice(_attributes(value, kind), 20):
        if room <= 0 or left[0] <= 0:
            shown.append("...")
            break
        shown.append(f"{name}={_look(part, depth - 1, left)}")
        room -= len(shown[-1]) + 2
    return f"{_name_of(kind)}({', '.join(shown)})"


def _attributes(value, kind):
    """Names and values of what an instance holds, read past `__getattribute__` and properties."""
    for cls in _mro_of(kind):
        own = _dict_of(cls)
        holder = own.get("__dict__")
        if type(holder) is types.GetSetDescriptorType:
            for name, part in dict.items(holder.__get__(value)):
                if type(name) is str:
                    yield name, part
        for name, member in own.items():
            if type(member) is types.MemberDescriptorType and type(name) is str:
                try:
                    yield name, member.__get__(value)
                except AttributeError:
                    continue
