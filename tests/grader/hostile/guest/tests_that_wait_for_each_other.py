# verdict: crashed, not_yet, timed_out, over_limit
# as: tests
class Odd:
    def __eq__(self, other):
        return self == other

    def __repr__(self):
        return repr(self)

    def __hash__(self):
        return hash(self)


def attack():
    return Odd()
