"""Never comes back from a call."""
# against: plain, callbacks


def forge(*args):
    while True:
        pass
