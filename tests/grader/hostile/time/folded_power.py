# verdict: timed_out, over_limit, crashed
# as: output
print(2 ** 100000 ** 2, (1 << 10**8) * (1 << 10**8) % 7, "a" * 10**8 + "b" * 10**8)
