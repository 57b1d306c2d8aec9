"""Takes all the memory there is."""
# against: plain, class


def forge(*args):
    hoard = []
    while True:
        hoard.append(bytearray(10**7))
