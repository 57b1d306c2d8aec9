"""Gives texts with half letters, zero bytes, marks and control codes."""
count = 0


def forge(*args):
    global count
    count += 1
    text = ["\ud800\udfff", "\0", "\x1b[2K1 passed", "e" + "\u0301" * 5000, "\u202e\u2066", '"}], "status": 0, "x": [{"'][count % 6]
    globals()[text] = text
    raise ValueError(text) if count % 2 else type(text.replace("\0", "") or "A", (Exception,), {})(text)
