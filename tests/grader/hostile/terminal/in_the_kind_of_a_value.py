# verdict: crashed
# as: call
def attack():
    return type("\x1b[2J\u202e\ud800", (), {"__module__": "\x9b", "__qualname__": "\x1bc"})()
