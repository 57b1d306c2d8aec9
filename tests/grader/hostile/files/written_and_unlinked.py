# verdict: over_limit
# as: output
# limits: cpu=2
# What has no name any more still takes room while it is open.
import os

kept, size = [], 0
try:
    while size < 1 << 28:
        kept.append(open("f", "wb", buffering=0))
        for _ in range(10):
            size += kept[-1].write(bytes(1 << 20))
        os.unlink("f")
except OSError:
    pass
print("nothing got out" if size <= 1 << 26 else size)
