# verdict: over_limit, timed_out, crashed
# as: output
import gc

gc.disable()
gc.set_threshold(0)
while True:
    a = [bytes(10**4)]
    a.append(a)
