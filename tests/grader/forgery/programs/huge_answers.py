"""Gives answers that are too large to carry: lists, texts, numbers."""
count = 0


def forge(*args):
    global count
    count += 1
    return [[0] * 3_000_000, "passed " * 3_000_000, 1 << 30_000_000, b"\0" * 20_000_000][count % 4]
