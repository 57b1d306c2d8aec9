# verdict: crashed
# as: output
# source: made
code = "with " + ",".join(["open('x')"] * 10_000) + ": pass\n"
