# verdict: over_limit, crashed
# as: output
# source: made
code = "x = " + "1 if 1 else " * 20_000 + "1"
