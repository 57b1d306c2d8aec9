# verdict: crashed
# as: output
# source: made
code = "x = " + "9" * 200_000
