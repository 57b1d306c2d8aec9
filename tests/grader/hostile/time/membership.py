# verdict: timed_out
# as: output
import itertools

print(-1 in itertools.count())
