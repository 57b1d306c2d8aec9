# verdict: over_limit, crashed
# as: output
# limits: cpu=2
# source: made
code = "x = " + "1 if 1 else " * 20_000 + "1"
