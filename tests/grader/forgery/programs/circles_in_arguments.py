"""Makes the lists and dictionaries it is given hold themselves, each other, or far too much."""
count = 0


def forge(*args):
    global count
    count += 1
    for part in args:
        if isinstance(part, list):
            part[:] = [part, *args] if count % 2 else [0] * 5_000_000
        if isinstance(part, dict):
            part["tea"] = part
            part["cake"] = args
    return None
