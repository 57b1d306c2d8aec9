# verdict: crashed
# as: run
error = ValueError("x")
error.add_note("\x1b]52;c;eA==\x07")
error.__notes__.append("\x9b2J\ud800")
error.filename = "\x1b[2J"
raise error
