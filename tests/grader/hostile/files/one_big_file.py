# verdict: passed, crashed, over_limit, timed_out
# as: output
size = 0
try:
    with open("big", "wb") as file:
        while True:
            size += file.write(b"x" * (1 << 20))
            file.flush()
except OSError:
    print("nothing got out" if size < 1 << 27 else size)
