# verdict: crashed, timed_out
# as: output
class Odd(ImportError):
    @property
    def name(self):
        raise KeyboardInterrupt


raise Odd("x")
