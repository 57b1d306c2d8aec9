# verdict: crashed
# as: output
# source: made
code = "print('nothing got out')\nx\u00a0=\u20031\u2028y = 2\x85\u3000\n"
