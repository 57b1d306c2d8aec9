# verdict: over_limit
# as: run
kept = []
while True:
    kept.append(bytes(10**6))
