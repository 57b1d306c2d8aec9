# verdict: over_limit, crashed, passed
# as: output
# limits: cpu=2
kept = []
size = 10**7
while size > 1000:
    try:
        kept.append(bytearray(size))
    except MemoryError:
        size //= 2
print("nothing got out")
