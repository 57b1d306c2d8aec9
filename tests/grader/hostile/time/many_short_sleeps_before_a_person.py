# verdict: timed_out
# as: run
# limits: wall=0.3
import time

while True:
    time.sleep(0.01)
