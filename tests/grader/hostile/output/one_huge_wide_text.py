# verdict: over_limit
# as: output
print("\U0001f600" * 10**7)
