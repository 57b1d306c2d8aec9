# verdict: crashed, passed, not_yet
# as: output
# source: made
code = "x = " + "1+" * 100_000 + "1"
