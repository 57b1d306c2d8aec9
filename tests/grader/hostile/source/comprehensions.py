# verdict: crashed, not_yet, timed_out
# as: output
# source: made
code = "x = [0 " + "for x in [0] " * 15_000 + "]"
