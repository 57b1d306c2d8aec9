# verdict: timed_out
# as: output
import time

while time.time() > 0:
    time.sleep(0)
