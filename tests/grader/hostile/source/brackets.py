# verdict: over_limit, crashed
# as: output
# source: made
code = "(" * 100_000 + ")" * 100_000
