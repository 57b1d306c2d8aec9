"""Classes that pretend to be those of the standard library which cross as plain data."""
import collections
import datetime
import decimal
import sys

count = 0
LIES = {"__eq__": lambda self, other: True, "__hash__": lambda self: 0, "__len__": lambda self: 3}
KINDS = [
    type(kind.__name__, (kind,), {**LIES, "__module__": kind.__module__, "__qualname__": kind.__qualname__})
    for kind in (collections.Counter, collections.OrderedDict, collections.deque, decimal.Decimal, datetime.timedelta)
]
for kind in KINDS:
    setattr(sys.modules[kind.__module__], kind.__name__, kind)


def forge(*args):
    global count
    count += 1
    return KINDS[count % len(KINDS)]()
