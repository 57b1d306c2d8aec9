# verdict: crashed, not_yet, timed_out
# as: output
# source: made
code = "(" * 90 + "*a," * 90 + ") = 1" + "\nf(" + "*a," * 60_000 + ")"
