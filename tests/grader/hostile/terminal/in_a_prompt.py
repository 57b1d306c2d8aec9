# verdict: not_yet
# as: run
# typed: Ada
input("\x1b]52;c;eA==\x07\x1b[2J\u202e\x9b31m? \x00\ud800")
