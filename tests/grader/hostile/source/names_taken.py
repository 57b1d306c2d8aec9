# verdict: crashed
# as: output
__debug__ = None = True = 1
