# verdict: over_limit, passed
# as: output
# limits: cpu=2
# Folders change their names so fast that whoever counts what is in them finds them gone.
import os

for number in range(300):
    os.mkdir(f"d{number}")
size = turn = 0
block = bytes(1 << 18)
try:
    while size < 1 << 28:
        turn += 1
        with open(f"f{turn % 40}", "ab", buffering=0) as file:
            size += file.write(block)
        for number in range(0, 300, 2):
            old, new = f"d{number}", f"e{number}"
            os.rename(old, new) if turn % 2 else os.rename(new, old)
except OSError:
    pass
print("nothing got out" if size <= 1 << 26 else size)
