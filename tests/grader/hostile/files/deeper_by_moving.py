# verdict: over_limit, passed, crashed, timed_out
# as: output
# Each turn puts the whole tree into a new folder.
import os

os.mkdir("a")
made = 1
try:
    while made < 3000:
        os.mkdir("b")
        os.rename("a", "b/a")
        os.rename("b", "a")
        made += 1
except OSError:
    pass
print("nothing got out" if made < 3000 else made)
