# verdict: crashed
# as: output
# source: made
code = "print('ok')\nx = \x1b[2J\u202e\x07 (((\n"
