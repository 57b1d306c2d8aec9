"""What stands in the examiner for things that live in the learner's guest.

A class of the learner's has a class of the same name and the same bases here, and each of its objects
one object here. Both hold a number; all they do is to send messages. Two rules keep a lying object from passing:
it is never equal to plain data, whatever it says of itself; and yes-or-no answers are taken only from
classes that the tests have asked for by name.
"""

import types
from collections.abc import Mapping

from .specials import ORDERING, SPECIALS

DUNDERS = frozenset("__name__ __qualname__ __annotations__ __members__ __wrapped__ __defaults__ __kwdefaults__".split())
"""The names with two underscores that are looked up on the other side; all others are Python's own business."""

ASKED = {"__signature__": "signature", "__code__": "code", "__dataclass_fields__": "fields"}
"""Names whose values are made here, from plain facts; what `Link` calls them."""

NUMBER, LINK = "number\0", "link\0"
"""Keys no attribute of a learner's can have."""


def own(thing) -> dict:
    """What a proxy holds on this side."""
    return type(thing).facts_own.__get__(thing)


def number_of(thing) -> int:
    """The number under which the other side knows a proxy."""
    return own(thing)[NUMBER]


def link_of(thing):
    """The way to its other side."""
    return own(thing)[LINK]


class Names(Mapping):
    """The `__dict__` of something on the other side."""

    def __init__(self, link, number: int) -> None:
        self._link, self._number = link, number

    def __getitem__(self, name):
        return self._link.own(self._number, name)

    def __iter__(self):
        return iter(self._link.own_names(self._number))

    def __len__(self) -> int:
        return len(self._link.own_names(self._number))


def is_proxy(value) -> bool:
    """Whether a value stands for something of the learner's."""
    return isinstance(type(value), ClassProxy)


class ClassProxy(type):
    """The kind of all classes that stand for a learner's."""

    def __new__(cls, name, bases, namespace, facts=None):
        theirs = [base for base in bases if isinstance(base, ClassProxy)]
        if facts is None and theirs:
            raise TypeError(
                f"A test can't make a class from {theirs[0].__name__}, which lives with the learner's program. "
                "Set together = true for this exercise."
            )
        return super().__new__(cls, name, bases, namespace)

    def __init__(cls, name, bases, namespace, facts=None) -> None:
        super().__init__(name, bases, namespace)
        for key, value in (facts or {}).items():
            type.__setattr__(cls, key, value)
        dicts = (type.__dict__["__dict__"].__get__(base).get("__dict__") for base in cls.__mro__)
        type.__setattr__(cls, "facts_own", next(one for one in dicts if type(one) is types.GetSetDescriptorType))

    @property
    def __dict__(cls):
        if cls.facts_link is None:
            return type.__dict__["__dict__"].__get__(cls)
        return Names(cls.facts_link, cls.facts_number)

    def __bool__(cls) -> bool:
        return True

    def __call__(cls, *args, **named):
        return cls.facts_link.call(cls.facts_number, args, named)

    def __getattr__(cls, name):
        if name.startswith("__") and name not in DUNDERS:
            if name in ASKED:
                return getattr(cls.facts_link, ASKED[name])(cls.facts_number)
            raise AttributeError(name)
        return cls.facts_link.get(cls.facts_number, name, named=cls.facts_named)

    def __setattr__(cls, name, value):
        if name == "__abstractmethods__":
            raise AttributeError(name)
        cls.facts_link.set(cls.facts_number, name, value)

    def __delattr__(cls, name):
        cls.facts_link.delete(cls.facts_number, name)

    def __dir__(cls):
        return cls.facts_link.names(cls.facts_number)

    def __repr__(cls):
        return f"<class {cls.__name__!r}>"

    @property
    def __doc__(cls):
        return cls.facts_link.get(cls.facts_number, "__doc__")


def _of_itself(special):
    def method(cls, *args):
        if special not in cls.facts_of_itself:
            raise TypeError(f"{cls.__name__} can't do that: it is a class")
        return cls.facts_link.special(cls.facts_number, special, args, {})

    return method


for _special in ("__iter__", "__len__", "__getitem__", "__contains__", "__reversed__"):
    setattr(ClassProxy, _special, _of_itself(_special))


class Bare:
    """Gives a proxy a place of its own to keep its number in."""


class Proxy(Bare, metaclass=ClassProxy):
    """The floor of all of them."""

    __test__ = False
    facts_link = facts_number = facts_plain = facts_container = None
    facts_named = False
    facts_specials = facts_of_itself = frozenset()

    def __getattr__(self, name):
        if name.startswith("__") and name not in DUNDERS:
            if name in ASKED:
                return getattr(link_of(self), ASKED[name])(number_of(self))
            raise AttributeError(name)
        return link_of(self).get(number_of(self), name)

    def __setattr__(self, name, value):
        link_of(self).set(number_of(self), name, value)

    def __delattr__(self, name):
        link_of(self).delete(number_of(self), name)

    def __dir__(self):
        return link_of(self).names(number_of(self))

    @property
    def __dict__(self):
        return Names(link_of(self), number_of(self))

    def __repr__(self):
        return _text(self, "__repr__")

    def __str__(self):
        return _text(self, "__str__")

    def __format__(self, how):
        return _text(self, "__format__", how)

    def __hash__(self):
        return object.__hash__(self)

    def __bool__(self):
        if not type(self).facts_named:
            raise TypeError(f"a {type(self).__name__} came back where the test asks for a yes or no")
        for special in ("__bool__", "__len__"):
            if special in type(self).facts_specials:
                return bool(ask_special(self, special))
        return True

    def __reduce_ex__(self, _how):
        raise TypeError(f"A test can't copy a {type(self).__name__}, which lives with the learner's program.")

    def __eq__(self, other):
        return _equal(self, other)

    def __ne__(self, other):
        equal = _equal(self, other)
        return equal if equal is NotImplemented else not equal


def ask_special(proxy, name, *args, **named):
    """Call a special method on the other side."""
    return link_of(proxy).special(number_of(proxy), name, args, named)


def _text(proxy, special, *args):
    text = ask_special(proxy, special, *args)
    if not isinstance(text, str):
        raise TypeError(f"{special} gave back something that is not text")
    return str.__str__(text)


def _equal(one, other):
    if one is other:
        return True
    cls = type(one)
    if is_proxy(other):
        if "__eq__" in cls.facts_specials and cls.facts_named and type(other).facts_named:
            return ask_special(one, "__eq__", other)
        return False
    if cls.facts_container is not None and isinstance(other, cls.facts_container):
        return link_of(one).plain(number_of(one)) == other
    # Never asked of the other side: the answer would be what suits it, and it would learn what is wanted.
    return NotImplemented


def _forward(special):
    def method(self, *args, **named):
        if special in ORDERING and not (type(self).facts_named and args and is_proxy(args[0])):
            return NotImplemented
        return ask_special(self, special, *args, **named)

    method.__name__ = special
    return method


def _call(self, *args, **named):
    return link_of(self).call(number_of(self), args, named)


FORWARDED = {"__call__": _call} | {
    name: _forward(name)
    for name in SPECIALS
    if name not in ("__eq__", "__hash__", "__str__", "__repr__", "__format__", "__bool__", "__call__")
}
