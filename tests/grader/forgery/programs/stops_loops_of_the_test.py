"""Raises StopIteration and StopAsyncIteration wherever a loop of the test may take it for the end."""
import itertools

errors = itertools.cycle([StopIteration, StopAsyncIteration, GeneratorExit, EOFError])


class Empty:
    def stop(self, *args):
        raise next(errors)

    __iter__ = __next__ = __getitem__ = __len__ = __bool__ = __eq__ = __str__ = __repr__ = stop


count = 0


def forge(*args):
    global count
    count += 1
    if count % 2:
        raise next(errors)
    return Empty()
