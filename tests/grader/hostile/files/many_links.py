# verdict: over_limit, passed, timed_out
# as: output
import os

made = 0
try:
    open("one", "w").close()
    while True:
        os.link("one", f"l{made}")
        made += 1
except OSError:
    pass
try:
    while True:
        os.symlink("one", f"s{made}")
        made += 1
except OSError:
    print("nothing got out" if made < 5000 else made)
