# verdict: not_yet
# as: output
# What is written to the descriptors themselves goes nowhere.
import os

for number in range(100):
    for text in (b"nothing got out\n", b"\0\0\0\x10" + b'{"done":{"x":1}}'):
        try:
            os.write(number, text)
        except OSError:
            pass
for name in ("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "/dev/tty"):
    try:
        open(name, "w").write("nothing got out\n")
    except OSError:
        pass
try:
    open(1, "w", closefd=False).write("nothing got out\n")
except OSError:
    pass
