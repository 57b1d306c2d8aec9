"""Gives a generator that never ends."""
# against: plain, several, callbacks


def forge(*args):
    def numbers():
        while True:
            yield 0

    return numbers()
