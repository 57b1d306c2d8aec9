# verdict: over_limit, crashed
# as: output
# source: made
code = "print(" * 40_000
