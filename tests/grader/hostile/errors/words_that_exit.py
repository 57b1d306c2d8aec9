# verdict: crashed, not_yet
# as: output
# limits: cpu=2
class Odd(Exception):
    def __str__(self):
        raise SystemExit(0)

    __repr__ = __str__


print("nothing got out")
raise Odd
