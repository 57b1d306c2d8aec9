# verdict: crashed, timed_out
# as: output
# source: made
code = "f = lambda: f\nf" + "()" * 100_000
