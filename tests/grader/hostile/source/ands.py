# verdict: crashed, not_yet, timed_out
# as: output
# source: made
code = "x = " + "1 and " * 40_000 + "2"
