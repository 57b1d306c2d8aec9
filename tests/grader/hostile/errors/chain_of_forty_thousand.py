# verdict: crashed, timed_out, over_limit
# as: output
# limits: cpu=2
error = None
for number in range(4 * 10**4):
    newer = ValueError(number)
    newer.__context__ = error
    error = newer
raise error
