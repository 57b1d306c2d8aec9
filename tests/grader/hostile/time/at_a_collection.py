# verdict: timed_out
# as: output
import gc


def slow(phase, facts):
    while True:
        pass


gc.callbacks.append(slow)
gc.collect()
