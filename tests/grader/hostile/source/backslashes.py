# verdict: over_limit, crashed
# as: output
# source: made
code = "x = '" + "\\" * 100_000 + "'\ny = '" + "\\q" * 50_000 + "'"
