# verdict: over_limit, timed_out, crashed
# as: output
names = {}
while True:
    names[str(len(names)) * 50] = dict(names) if len(names) < 3000 else list(names)
