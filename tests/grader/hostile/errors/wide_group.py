# verdict: crashed, over_limit, timed_out
# as: run
raise ExceptionGroup("g" * 10**5, [ValueError("x" * 100)] * 10**5)
