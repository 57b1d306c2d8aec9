# verdict: timed_out
# as: output
import collections
import itertools

collections.deque(itertools.count(), maxlen=0)
