# verdict: crashed, over_limit
# as: output
# limits: cpu=2
import sys

sys.setrecursionlimit(2**31 - 1)
deep = []
for _ in range(10**6):
    deep = [deep]
repr(deep)
