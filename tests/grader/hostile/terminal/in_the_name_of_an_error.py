# verdict: crashed
# as: run
raise type("\x1b]52;c;eA==\x07\u202e\ud800", (Exception,), {"__module__": "\x1b[2J"})("x")
