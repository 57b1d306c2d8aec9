"""Classes, objects and errors like the learner's, made from what the other side says of them."""

import dataclasses
import inspect
import types

from .proxies import FORWARDED, LINK, NUMBER, ClassProxy, Proxy, ask_special, link_of, number_of, own
from .specials import DOUBTFUL, SPECIALS
from .wire import NAMED, ProtocolError

PLAIN_BASES = frozenset({int, float, complex, str, bytes, tuple, frozenset})
CONTAINERS = frozenset({list, dict, set, bytearray})

FACTS = "facts\0"
"""Where an error keeps what the learner is told about it."""

_SHOWN = "shown\0"

_TEXTS = ("__repr__", "__str__", "__format__")


class _Remote:
    """`__doc__` of an object: what its own side says."""

    def __get__(self, proxy, cls):
        return link_of(proxy).get(number_of(proxy), "__doc__") if proxy is not None else None


_LOOKS = {"generator": types.GeneratorType, "coroutine": types.CoroutineType}
"""Kinds of Python's own that a proxy may look like, for isinstance."""


def make_class(link, number: int, said: dict) -> type:
    """A class like one of the learner's: its name, its bases, its special methods. Raises `ProtocolError`."""
    bases = said["bases"]
    roots = [base for base in bases if isinstance(base, ClassProxy) or issubclass(base, Exception)]
    plain = _first(bases, PLAIN_BASES, roots, "facts_plain")
    facts = {
        "facts_link": link,
        "facts_number": number,
        "facts_specials": set(said["specials"]) & set(SPECIALS),
        "facts_of_itself": set(said["of_itself"]),
        "facts_named": any(getattr(root, "facts_named", False) for root in roots),
        "facts_plain": plain,
        "facts_container": _first(bases, CONTAINERS, roots, "facts_container"),
    }
    if any(issubclass(root, Exception) for root in roots):
        namespace = {"__str__": _shown, "__getattr__": Proxy.__getattr__}
    elif plain:
        namespace = _of_plain(facts)
        # First, so that it is compared by its plain part, which no method of the learner's can change.
        roots = roots if any(issubclass(root, plain) for root in roots) else [plain, *roots]
    else:
        namespace = _of_own_kind(facts, said["name"])
        roots = roots or [Proxy]
    namespace |= {"__doc__": _Remote(), "__module__": "solution", "__test__": False}
    try:
        return ClassProxy(said["name"], tuple(dict.fromkeys(roots)), namespace, facts=facts)
    except (TypeError, ValueError) as error:
        raise ProtocolError("a class that can't be") from error


def _first(bases, kinds, roots, fact):
    found = [base for base in bases if base in kinds]
    return found[0] if found else next(filter(None, (getattr(root, fact, None) for root in roots)), None)


def _of_plain(facts: dict) -> dict:
    """What a class has whose objects are numbers, texts or tuples besides: how they look is asked for, no more."""
    kept = facts["facts_specials"] - DOUBTFUL - {"__eq__", "__hash__", "__len__", "__iter__", "__getitem__", *_TEXTS}
    namespace = {name: FORWARDED[name] for name in kept if name in FORWARDED}
    namespace |= {name: getattr(Proxy, name) for name in _TEXTS if name in facts["facts_specials"]}
    return namespace | {"__getattr__": Proxy.__getattr__, "__setattr__": Proxy.__setattr__}


def _of_own_kind(facts: dict, name: str) -> dict:
    specials = facts["facts_specials"]
    allowed = specials if facts["facts_named"] else specials - {"__contains__"}
    namespace: dict = {one: FORWARDED[one] for one in allowed if one in FORWARDED}
    if "__hash__" in specials:
        namespace["__hash__"] = lambda self: ask_special(self, "__hash__")
    elif "__eq__" in specials:
        namespace["__hash__"] = None
    if name in _LOOKS:
        namespace["__class__"] = property(lambda _self: _LOOKS[name])
    return namespace


def name_it(cls: type) -> None:
    """The tests have asked for this class: its yes and no count from now on."""
    if isinstance(cls, ClassProxy) and not cls.facts_named:
        type.__setattr__(cls, "facts_named", True)
        if "__contains__" in cls.facts_specials and not issubclass(cls, BaseException):
            type.__setattr__(cls, "__contains__", FORWARDED["__contains__"])
        for other in type.__subclasses__(cls):
            name_it(other)


def make_object(link, cls: type, number: int, plain) -> object:
    """An object of such a class."""
    base = cls.facts_plain
    if base is not None:
        if type(plain) is not base:
            raise ProtocolError("a plain part of another kind")
        made = base.__new__(cls, plain) if base is not complex else complex.__new__(cls, plain)
    else:
        made = object.__new__(cls)
    own(made).update({NUMBER: number, LINK: link})
    return made


def _shown(error):
    return error.__dict__.get(_SHOWN, "")


def make_error(link, cls: type, said: dict, args: tuple, attributes: dict) -> BaseException:
    """An error like the learner's; it can be raised, caught and looked into."""
    if isinstance(cls, ClassProxy) and issubclass(cls, Exception):
        error = cls.__new__(cls, *args)
        error.args = args
        error.__dict__.update(attributes)
        error.__dict__.update({_SHOWN: said["shown"], NUMBER: said["number"], LINK: link})
    elif cls in NAMED.values() and issubclass(cls, (Exception, SystemExit, GeneratorExit)):
        error = _built_in(cls, args, said["shown"])
        error.__dict__.update(attributes)
    else:
        error = StoppedEarly(said["shown"])
    error.__dict__[FACTS] = said["facts"]
    return error


def _built_in(cls, args, shown):
    try:
        return cls(*args)
    except Exception:
        error = cls.__new__(cls)
        error.args = (shown,)
        return error


class StoppedEarly(Exception):
    """The program ended itself by something that is not an ordinary error, as KeyboardInterrupt."""


def make_signature(parts: list) -> inspect.Signature:
    """A signature from its parts: name, kind, and the default if there is one."""
    try:
        return inspect.Signature(
            [
                inspect.Parameter(
                    part[0], inspect._ParameterKind(part[1]), **({"default": part[2]} if len(part) > 2 else {})
                )
                for part in parts
            ]
        )
    except (TypeError, ValueError, IndexError) as error:
        raise ProtocolError("a signature that can't be") from error


def make_fields(names: list) -> dict[str, dataclasses.Field]:
    """Fields as `dataclasses.fields` and `asdict` look at them."""
    made = {}
    for name in names:
        field = made[name] = dataclasses.field()
        field.name, field.type, field._field_type = name, object, dataclasses._FIELD
    return made


def _plain():
    pass


def _generator():
    yield


async def _coroutine():
    pass


async def _both():
    yield


def make_code(flags: int) -> types.CodeType:
    """Code of a function of the same sort."""
    mask = inspect.CO_GENERATOR | inspect.CO_COROUTINE | inspect.CO_ASYNC_GENERATOR
    sorts = {sort.__code__.co_flags & mask: sort.__code__ for sort in (_plain, _generator, _coroutine, _both)}
    return sorts.get(flags & mask, _plain.__code__)
