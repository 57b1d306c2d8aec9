# verdict: crashed, timed_out
# as: output
# limits: cpu=2
import sys

sys.setrecursionlimit(10**5)


def f(n):
    return f(n - 1) if n else 1 / 0


f(4000)
