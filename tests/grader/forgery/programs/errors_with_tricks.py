"""Errors with causes in a circle, notes without end, and texts that raise."""


class Odd(ValueError):
    def __str__(self):
        raise self

    __repr__ = __str__

    def __getattribute__(self, name):
        if name in ("__cause__", "__context__"):
            return self
        return super().__getattribute__(name)


def forge(*args):
    error = Odd(Odd(), [Odd()])
    error.__notes__ = ["passed\n" * 100_000] * 20
    error.__suppress_context__ = "no"
    raise error
