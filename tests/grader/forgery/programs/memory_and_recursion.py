"""Runs out of memory or of stack at a moment of its choice."""
# against: plain, several


def forge(*args):
    try:
        forge(*args)
    except RecursionError:
        raise MemoryError from None
