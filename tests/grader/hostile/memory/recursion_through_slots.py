# verdict: crashed
# as: output
import sys

sys.setrecursionlimit(2**31 - 1)


class Mirror:
    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __eq__(self, other):
        return self == other

    def __hash__(self):
        return hash((self,))


try:
    hash(Mirror())
except RecursionError:
    pass
Mirror() == Mirror()
