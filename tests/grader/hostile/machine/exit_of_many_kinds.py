# verdict: passed
# as: output
import atexit
import sys

print("nothing got out")
atexit.register(print, "too late")
atexit.register(lambda: 1 / 0)
atexit.register(lambda: [None for _ in iter(int, 1)])
sys.exit("with a word")
