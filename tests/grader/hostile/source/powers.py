# verdict: over_limit, crashed
# as: output
# source: made
code = "x = " + "2**" * 80_000 + "1"
