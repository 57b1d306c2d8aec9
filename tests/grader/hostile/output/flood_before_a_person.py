# verdict: over_limit
# as: run
while True:
    print("x" * 100)
