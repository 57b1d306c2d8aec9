# verdict: not_yet
# as: output
# limits: cpu=3
# source: made
code = "x = " + "'a' " * 60_000
