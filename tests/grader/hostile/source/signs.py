# verdict: over_limit, crashed
# as: output
# source: made
code = "x = " + "-" * 200_000 + "1"
