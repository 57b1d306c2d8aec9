# verdict: crashed
# as: output
class Odd(Exception):
    def __str__(self):
        return 5

    args = property(lambda self: 1 / 0)


raise Odd
