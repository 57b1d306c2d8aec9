# verdict: over_limit, passed, crashed, timed_out
# as: output
import os

kept = []
try:
    while len(kept) < 100_000:
        kept.append(os.open(".", os.O_RDONLY))
except OSError:
    pass
print("nothing got out")
