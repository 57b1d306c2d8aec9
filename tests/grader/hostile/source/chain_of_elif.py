# verdict: over_limit, crashed
# as: output
# limits: cpu=2
# source: made
code = "x = 0\nif x: pass\n" + "elif x: pass\n" * 15_000
