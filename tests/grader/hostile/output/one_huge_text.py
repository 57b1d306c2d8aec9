# verdict: over_limit
# as: run
# limits: cpu=2
print("x" * 10**7)
