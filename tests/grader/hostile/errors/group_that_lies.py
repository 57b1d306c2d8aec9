# verdict: crashed, timed_out
# as: output
class Odd(ExceptionGroup):
    exceptions = property(lambda self: iter(lambda: self, 0))
    message = property(lambda self: 1 / 0)

    def derive(self, errors):
        return self


raise Odd("g", [ValueError()])
