# verdict: not_yet
# as: output
# limits: cpu=3
# source: made
code = "x = 1;" * 6_000
