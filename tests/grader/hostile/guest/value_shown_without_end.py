# verdict: timed_out
# as: call
class Odd:
    def __repr__(self):
        while True:
            pass


def attack():
    return Odd()
