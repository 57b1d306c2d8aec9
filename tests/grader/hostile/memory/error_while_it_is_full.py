# verdict: over_limit, crashed
# as: output
# limits: cpu=2
# Nothing is left for the words of the error.
kept = []
size = 10**7
while size:
    try:
        kept.append(bytearray(size))
    except MemoryError:
        size //= 2
raise ValueError("x" * 1000)
