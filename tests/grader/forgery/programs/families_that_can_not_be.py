"""Classes whose parents change, whose family is a lie, or who are their own parents."""
count = 0


class Lies(type):
    __bases__ = property(lambda cls: (cls, int, str, type, Exception))
    __name__ = property(lambda cls: "int" if cls else 7)
    __mro__ = property(lambda cls: (cls, cls))
    __subclasses__ = lambda cls: [cls, int]
    __bool__ = lambda cls: True


class Odd(metaclass=Lies):
    __eq__ = lambda self, other: True


class OddError(Exception):
    pass


class Weird(OddError):
    args = property(lambda self: 42)

    def __init__(self, *args):
        self.__dict__.update({"__class__": int, "args": 42, "__notes__": 7, "passed": Odd})


NotEnough = Weird


def forge(*args):
    global count
    count += 1
    if count % 2:
        raise Weird(Odd())
    return Odd()
