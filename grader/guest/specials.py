"""The special methods that are carried across the wall."""

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
