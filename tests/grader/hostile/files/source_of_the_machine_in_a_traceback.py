# verdict: crashed
# as: output
raise SyntaxError("m", ("/etc/passwd", 1, 1, None))
