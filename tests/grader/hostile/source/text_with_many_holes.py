# verdict: crashed, not_yet, timed_out
# as: output
# source: made
code = "x = 1\ny = f'" + "{x}" * 60_000 + "'"
