"""Goes deeper than the stack."""
# against: plain, class
import sys

sys.setrecursionlimit(10**9)


class Deep:
    def __repr__(self):
        return repr(self)

    def __getattr__(self, name):
        return getattr(self, name + "x")


def forge(*args):
    return Deep().passed
