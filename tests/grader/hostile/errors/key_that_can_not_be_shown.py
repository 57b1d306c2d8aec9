# verdict: crashed, timed_out
# as: output
class Odd:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        return False

    def __repr__(self):
        raise SystemExit


{}[Odd()]
