# verdict: over_limit
# as: output
# limits: cpu=2
print("\U0001f600" * 10**7)
