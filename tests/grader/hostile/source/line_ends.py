# verdict: passed, crashed
# as: output
# source: made
code = "x = 1\r# c\rprint('nothing got out')\r\n\f\fy = 2\n\r\n# \x1a\n"
