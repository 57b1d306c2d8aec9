# verdict: passed, crashed, over_limit, timed_out, not_yet
# as: output
made = 0
try:
    while True:
        open(f"f{made}", "w").write("x" * 1000)
        made += 1
except OSError:
    print("nothing got out" if made < 5000 else made)
