# verdict: timed_out, crashed
# as: output
# Python looks for a name that is nearly the same, in a list that the program makes.
class Odd:
    def __dir__(self):
        while True:
            yield "x"


Odd().y
