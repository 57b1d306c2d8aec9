"""Waits for a very long time, many times."""
# against: plain
import time


def forge(*args):
    for _ in range(1000):
        time.sleep(10**6)
    return 0
