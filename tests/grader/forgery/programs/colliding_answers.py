"""Gives sets and dictionaries whose keys all have one hash."""
# against: plain, several
STEP = 2**31 - 1


def forge(*args):
    return [
        {number * STEP * (2**61 - 1) for number in range(600)},
        {number * STEP: 0 for number in range(3000)},
        frozenset(number * (2**61 - 1) for number in range(3000)),
    ]
