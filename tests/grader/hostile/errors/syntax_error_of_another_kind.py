# verdict: crashed, timed_out
# as: output
class Odd(SyntaxError):
    lineno = property(lambda self: int("9" * 4000))
    filename = "program.py"
    msg = property(lambda self: "x" * 10**7)
    text = property(lambda self: 1 / 0)


raise Odd("x")
