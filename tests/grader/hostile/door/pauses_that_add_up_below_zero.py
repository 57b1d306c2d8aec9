# verdict: passed, timed_out, crashed
# as: output
import datetime
import time

import wit_world

for _ in range(1000):
    wit_world.pause(-1e290)
time.time(), time.monotonic(), datetime.datetime.now()
print("nothing got out")
