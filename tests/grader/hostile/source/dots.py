# verdict: crashed
# as: output
# source: made
code = "x = 1\nx" + ".real" * 40_000
