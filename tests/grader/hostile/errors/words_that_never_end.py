# verdict: timed_out
# as: output
class Odd(Exception):
    def __str__(self):
        while True:
            pass

    __repr__ = __str__


raise Odd
