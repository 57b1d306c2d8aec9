# verdict: crashed, over_limit, timed_out
# as: output
error = ValueError("x")
for _ in range(20000):
    error = ExceptionGroup("g", [error])
raise error
