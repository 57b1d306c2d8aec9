"""Prints without end."""
# against: plain, conversation


def forge(*args):
    while True:
        print("1 passed " * 1000)
