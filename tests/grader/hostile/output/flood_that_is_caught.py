# verdict: over_limit
# as: output
while True:
    try:
        print("x" * 10**5, flush=True)
    except BaseException:
        pass
