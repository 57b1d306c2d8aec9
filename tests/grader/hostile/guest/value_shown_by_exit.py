# verdict: not_yet
# as: call
class Odd:
    def __repr__(self):
        raise SystemExit("nothing got out")


def attack():
    return Odd()
