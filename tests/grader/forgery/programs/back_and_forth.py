"""Lets the test's own function and its objects call each other, deeper and deeper across the wall."""
# against: callbacks
kept = []


class Deep:
    def deeper(self, *others):
        for part in kept:
            if callable(part):
                return part(Deep())

    __pow__ = __add__ = __radd__ = __getitem__ = __format__ = __call__ = __iter__ = __eq__ = __hash__ = deeper


def forge(*args):
    kept.extend(args)
    return Deep().deeper()
