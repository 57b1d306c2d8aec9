# verdict: passed, timed_out, crashed, over_limit
# as: output
import os
import random
import secrets

for size in (0, 1, 2**20 - 1, 2**20 + 1, 10**8, 2**31 - 1):
    try:
        os.urandom(size)
    except (OSError, MemoryError, OverflowError):
        pass
print("nothing got out")
