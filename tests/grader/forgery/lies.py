"""What the answers that lie have in common; NOTHING stands for what is left when numbers are taken from each other."""


class Lies:
    """What every lie has in common: it is equal, ordered, true, inside, and whatever else is asked for."""

    def yes(self, *others, **named):
        return True

    def no(self, *others):
        return False

    def itself(self, *others, **named):
        return self

    def none(self, *others, **named):
        return NOTHING

    __eq__ = __lt__ = __le__ = __gt__ = __ge__ = __contains__ = __bool__ = __instancecheck__ = __subclasscheck__ = yes
    __ne__ = no
    __call__ = __getitem__ = __enter__ = __next__ = send = __await__ = __missing__ = itself
    __add__ = __radd__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = __pow__ = __rpow__ = __or__ = __ror__ = itself
    __and__ = __rand__ = __neg__ = __pos__ = __invert__ = __matmul__ = __iadd__ = __lshift__ = __divmod__ = itself
    __sub__ = __rsub__ = __mod__ = __rmod__ = __xor__ = __rxor__ = __floordiv__ = __rfloordiv__ = none
    __abs__ = __round__ = __floor__ = __ceil__ = __trunc__ = none
    __exit__ = throw = close = yes
    startswith = endswith = issuperset = issubset = isdisjoint = isalpha = isdigit = isupper = yes

    def __hash__(self):
        return 0

    def __len__(self):
        return 3

    def __int__(self):
        return 0

    __index__ = __int__

    def __float__(self):
        return 0.0

    def __complex__(self):
        return 0j

    def __str__(self):
        return ""

    __repr__ = __str__

    def __format__(self, spec):
        return ""

    def __bytes__(self):
        return b""

    def __iter__(self):
        return iter([self, self, self])

    __reversed__ = __iter__

    def keys(self):
        return self

    values = items = get = split = encode = keys

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return self


def spoofed(kind):
    return property(lambda self: kind)
