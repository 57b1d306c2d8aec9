# verdict: not_yet
# as: output
# limits: cpu=3
# source: made
code = "x = 0x" + "f" * 200_000
