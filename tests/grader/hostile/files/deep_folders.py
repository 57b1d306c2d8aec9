# verdict: over_limit, passed, timed_out
# as: output
import os

made = 0
try:
    while True:
        os.mkdir("d")
        os.chdir("d")
        made += 1
except OSError:
    print("nothing got out" if made < 5000 else made)
