# verdict: over_limit
# as: run
# limits: cpu=2
kept = []
while True:
    kept.append(bytes(10**6))
