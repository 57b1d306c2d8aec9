"""Gives coroutines and futures that are never awaited, or await without end."""
# against: plain, class, callbacks


class Forever:
    def __await__(self):
        while True:
            yield self

    def __eq__(self, other):
        return True


async def later():
    return await Forever()


async def numbers():
    while True:
        yield 0


count = 0


def forge(*args):
    global count
    count += 1
    return [later(), numbers(), Forever()][count % 3]
