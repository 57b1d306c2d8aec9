"""Gives an object that never ends being shown, compared or hashed."""
# against: plain, several


class Slow:
    def wait(self, *args, **kwargs):
        while True:
            pass

    __repr__ = __str__ = __eq__ = __hash__ = __len__ = __bool__ = __iter__ = __format__ = wait


def forge(*args):
    return Slow()
