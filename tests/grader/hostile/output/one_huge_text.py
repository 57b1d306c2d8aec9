# verdict: over_limit
# as: run
print("x" * 10**7)
