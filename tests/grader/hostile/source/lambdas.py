# verdict: over_limit, crashed
# as: output
# source: made
code = "x = " + "lambda: " * 30_000 + "1"
