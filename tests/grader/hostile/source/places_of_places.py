# verdict: crashed
# as: output
# source: made
code = "x = [0]\nx" + "[0]" * 20_000
