# verdict: passed
# as: output
# typed: nothing
# Only input() and sys.stdin read what is typed.
import os

got = []
for do in (lambda: os.read(0, 100), lambda: open(0, closefd=False).read(), lambda: open("/dev/stdin").read()):
    try:
        got += [do()] if do() else []
    except OSError:
        pass
print(got or "nothing got out")
