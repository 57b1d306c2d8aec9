# verdict: not_yet
# as: output
print("\n" * 20000 + "\r\n" * 500 + "\x85\u2028\u2029\v\f" * 500)
