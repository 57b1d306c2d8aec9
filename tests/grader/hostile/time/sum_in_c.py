# verdict: timed_out
# as: output
sum(range(10**15))
