# verdict: timed_out
# as: output
full = {number * (2**31 - 1) * (2**61 - 1): 0 for number in range(10**6)}
print(len(full))
