# verdict: crashed, over_limit
# as: run
raise type("E" * 10**6, (Exception,), {})("x" * 10**7)
