# verdict: crashed
# as: output
raise NameError("name '\x1b[2J' is not defined", name="\x1b[2J\u202e\x07")
