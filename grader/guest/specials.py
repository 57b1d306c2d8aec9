"""The special methods and the functions of Python's own that are carried across the wall."""

import builtins
import random
import time

_TWO_SIDED = "add sub mul truediv floordiv mod pow matmul lshift rshift and or xor".split()
_ONE_SIDED = """
neg pos abs invert int float complex index round trunc floor ceil divmod rdivmod
len length_hint getitem setitem delitem contains iter next reversed call enter exit
await aiter anext aenter aexit lt le gt ge eq hash bool str repr format bytes fspath
""".split()

SPECIALS = tuple(
    f"__{name}__" for name in (*_ONE_SIDED, *(side + name for name in _TWO_SIDED for side in ("", "r", "i")))
)

ORDERING = ("__lt__", "__le__", "__gt__", "__ge__")

ARITHMETIC = frozenset(f"__{side}{name}__" for name in (*_TWO_SIDED, "divmod") for side in ("", "r", "i"))

DOUBTFUL = frozenset({*ORDERING, "__eq__", "__contains__", "__bool__"}) | ARITHMETIC
"""A program could always answer what suits it: yes, or that there is no difference. And it would learn what is wanted.
They are asked only of classes that the tests name and that have them in the reference solution."""


def family(name: str) -> str:
    """The special method whose other forms go with it: `__radd__` and `__iadd__` with `__add__`."""
    return f"__{name[3:]}" if name in ARITHMETIC and name[2] in "ri" and f"__{name[3:]}" in ARITHMETIC else name


BORROWED = {
    "builtins.print": builtins.print,
    "time.sleep": time.sleep,
    **{
        f"random.{name}": getattr(random, name)
        for name in "random randint randrange choice choices sample shuffle uniform".split()
    },
}
"""What tests like to put something else in the place of: then it must act in the learner's guest too."""


def has_special(kind: type, name: str) -> bool:
    """Whether a class or one of its bases has a special method, other than those that every object has."""
    for base in kind.__mro__[:-1]:
        if name in vars(base):
            return vars(base)[name] is not None
    return False
