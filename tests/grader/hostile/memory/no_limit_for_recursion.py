# verdict: crashed
# as: run
# limits: cpu=2
import sys

sys.setrecursionlimit(2**31 - 1)


def f():
    f()


f()
