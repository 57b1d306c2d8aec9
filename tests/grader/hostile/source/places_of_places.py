# verdict: crashed
# as: output
# limits: cpu=2
# source: made
code = "x = [0]\nx" + "[0]" * 20_000
