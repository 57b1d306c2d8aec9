# verdict: crashed
# as: output
# limits: cpu=2
# source: made
code = "x = 1\nx" + ".real" * 40_000
