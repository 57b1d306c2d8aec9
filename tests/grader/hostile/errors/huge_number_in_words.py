# verdict: crashed
# as: output
# int() says how many digits; the words must not be made of them.
int("9" * 10**6)
