# verdict: timed_out
# as: output
class Odd:
    def __lt__(self, other):
        while True:
            pass


sorted([Odd(), Odd()])
