# verdict: crashed
# as: output
# limits: cpu=3
# source: made
code = "\n" * 120_000 + "1/0"
