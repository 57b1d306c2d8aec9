# verdict: timed_out
# as: output
import time

time.sleep(10**6)
