# verdict: passed, over_limit
# as: output
# limits: cpu=2
# Fresh memory holds nothing of an earlier program.
found = []
for size in (100, 10**4, 10**6, 10**7):
    for _ in range(5):
        block = bytearray(b"")
        block.extend(bytes(size))
        found += [block.find(b"canary-")] if b"canary-" in block else []
print(found or "nothing got out")
