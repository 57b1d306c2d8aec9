# verdict: crashed, over_limit
# as: run
# limits: cpu=2
raise type("E" * 10**6, (Exception,), {})("x" * 10**7)
