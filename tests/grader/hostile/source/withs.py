# verdict: crashed
# as: output
# limits: cpu=2
# source: made
code = "with " + ",".join(["open('x')"] * 10_000) + ": pass\n"
