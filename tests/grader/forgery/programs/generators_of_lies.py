"""Gives classes that are called generator and coroutine, and generators that never give the same."""
count = 0


class generator:
    __iter__ = lambda self: self
    __next__ = send = lambda self, *value: self
    __eq__ = lambda self, other: True
    throw = close = lambda self, *error: None
    gi_frame = gi_running = None


class coroutine(generator):
    __await__ = __iter__ = lambda self: iter([])


def forge(*args):
    global count
    count += 1
    return [generator, coroutine][count % 2]()
