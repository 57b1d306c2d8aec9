# verdict: timed_out
# as: output
import collections
import itertools

collections.deque(itertools.product(itertools.cycle("ab"), repeat=0) for _ in itertools.count())
