# verdict: over_limit, timed_out, crashed
# as: output
# limits: cpu=2
def one():
    place = bytearray(10**5)
    yield place


kept = []
while True:
    kept.append(one())
    next(kept[-1])
