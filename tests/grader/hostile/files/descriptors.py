# verdict: crashed, passed
# as: output
# Descriptors left open by the snapshot, by the worker or by wasmtime.
import os

got = []
for number in (*range(3000), 2**16, 2**20, 2**31 - 1, -1, -100):
    for name, way in (
        ("read", lambda: os.read(number, 100)),
        ("pread", lambda: os.pread(number, 100, 0)),
        ("list", lambda: os.listdir(number)),
        ("open", lambda: os.open("canary.txt", os.O_RDONLY, dir_fd=number)),
        ("up", lambda: os.open("../../../etc/passwd", os.O_RDONLY, dir_fd=number)),
        ("dup", lambda: os.dup(number)),
    ):
        try:
            said = way()
        except (OSError, NotImplementedError, AttributeError, TypeError, OverflowError, ValueError):
            continue
        if said not in (b"", []) and name != "dup":
            got.append((number, name, said))
print(got or "nothing got out")
