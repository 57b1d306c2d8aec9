# verdict: over_limit
# as: output
# limits: cpu=2
# Folders change their names so fast that whoever counts what is in them finds them gone.
import os

for number in range(300):
    os.mkdir(f"d{number}")
files = [os.open(f"d{number}/f", os.O_CREAT | os.O_WRONLY) for number in range(40)]
block, size = bytes(1 << 16), 0
try:
    while size < 1 << 28:
        for number in range(300):
            os.rename(f"d{number}", f"e{number}")
            if number % 4 == 0:
                size += os.write(files[number % 40], block)
        for number in range(300):
            os.rename(f"e{number}", f"d{number}")
except OSError:
    pass
print(size)
