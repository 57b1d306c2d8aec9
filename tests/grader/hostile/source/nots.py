# verdict: over_limit, crashed
# as: output
# source: made
code = "x = " + "not " * 60_000 + "1"
