# verdict: passed, crashed, timed_out, over_limit
# as: output
kept = []
try:
    while True:
        kept.append(open("same", "w"))
except OSError:
    print("nothing got out" if len(kept) < 5000 else len(kept))
