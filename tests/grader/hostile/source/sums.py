# verdict: crashed, passed, not_yet
# as: output
# limits: cpu=2
# source: made
code = "x = " + "1+" * 100_000 + "1"
