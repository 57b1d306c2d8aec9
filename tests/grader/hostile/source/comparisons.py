# verdict: crashed, not_yet, timed_out
# as: output
# source: made
code = "x = " + "1<" * 100_000 + "2"
