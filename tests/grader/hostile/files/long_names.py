# verdict: passed, crashed, timed_out
# as: output
# limits: cpu=2
made = 0
try:
    for size in range(1, 300):
        open("é" * size, "w").close()
        open("\U0001f600" * size, "w").close()
        made += 1
except OSError:
    print("nothing got out" if made < 300 else made)
else:
    print("every length has a name")
