# verdict: passed
# as: output
# limits: cpu=2
import os

got = []
for size in (10**9, 10**12, 2**62, 2**63 - 1):
    for do in (
        lambda: open("sparse", "wb").truncate(size),
        lambda: os.truncate("sparse", size),
        lambda: os.ftruncate(os.open("sparse", os.O_RDWR | os.O_CREAT), size),
        lambda: os.pwrite(os.open("sparse", os.O_RDWR | os.O_CREAT), b"x", size),
        lambda: os.posix_fallocate(os.open("sparse", os.O_RDWR | os.O_CREAT), 0, size),
    ):
        try:
            do()
            got.append(os.stat("sparse").st_size)
        except (OSError, AttributeError, OverflowError):
            pass
print(got or "nothing got out")
