"""Objects that need another object to be shown, without end."""


class Deep:
    def __repr__(self):
        return Deep()

    __str__ = __format__ = __iter__ = __next__ = __len__ = __index__ = lambda self, *args: Deep()

    def __getattr__(self, name):
        return Deep()


def forge(*args):
    return Deep()
