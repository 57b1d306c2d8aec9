"""Gives objects whose __class__ is whatever is asked for."""
count = 0
KINDS = [int, str, list, dict, float, bool, type(None), tuple]


class Chameleon:
    @property
    def __class__(self):
        return KINDS[count % len(KINDS)]

    __eq__ = __instancecheck__ = __subclasscheck__ = lambda self, other: True
    __hash__ = lambda self: 0


def forge(*args):
    global count
    count += 1
    return Chameleon()
