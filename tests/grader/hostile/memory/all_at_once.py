# verdict: passed
# as: output
# limits: cpu=3
# Each is more than there can be.
import array

for do in (
    lambda: "a" * (2**31 - 1), lambda: [0] * 10**9, lambda: bytearray(2**31 - 1), lambda: bytes(10**10), lambda: (0,) * 2**29,
    lambda: array.array("d", [0]) * 10**8, lambda: memoryview(bytearray(10**9)), lambda: f"{1:>2000000000}", lambda: "%2000000000d" % 1,
    lambda: set(range(10**8)), lambda: "a".ljust(2**31 - 1), lambda: range(10**9)[:].__class__(list(range(10**9))), lambda: b"x".hex() * 10**9,
    lambda: "\U0001f600" * 10**9, lambda: [None].__mul__(2**30), lambda: bytes(range(256)) * 10**8, lambda: 1 << (2**40), lambda: 1 << (2**31),
):
    try:
        do()
        print(do)
    except (MemoryError, OverflowError, ValueError):
        pass
print("nothing got out")
