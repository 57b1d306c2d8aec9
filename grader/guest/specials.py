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

DOUBTFUL = frozenset({*ORDERING, "__contains__", "__bool__"})
"""They answer yes or no, and a program could always say what suits it: asked only of classes that the tests name."""

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
