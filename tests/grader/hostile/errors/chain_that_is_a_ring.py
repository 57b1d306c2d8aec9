# verdict: crashed
# as: output
one, two = ValueError(1), ValueError(2)
one.__cause__, two.__cause__ = two, one
one.__context__, two.__context__ = two, one
raise one
