# verdict: timed_out
# as: output
import time

while True:
    time.sleep(0.01)
