# verdict: crashed
# as: output
# source: made
code = "if 1:\n\tx = 1\n        y = 2\n    \tz = 3\n"
