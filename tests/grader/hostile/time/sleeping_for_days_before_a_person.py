# verdict: timed_out
# as: run
import time

time.sleep(10**6)
