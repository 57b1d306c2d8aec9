# verdict: timed_out, over_limit, crashed
# as: output
kept = []
while True:
    try:
        while True:
            kept.append(bytes(1000))
    except MemoryError:
        kept.append(kept)
