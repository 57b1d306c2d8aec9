# verdict: crashed
# as: output
# source: made
code = "a" * 200_000
