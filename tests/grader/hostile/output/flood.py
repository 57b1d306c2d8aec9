# verdict: over_limit
# as: output
# limits: cpu=2
while True:
    print("x")
