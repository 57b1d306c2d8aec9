# verdict: passed
# as: output
# limits: cpu=2
import datetime
import time

got = []
for do in (lambda: time.clock_settime(0, 0), lambda: time.clock_settime_ns(0, 0), lambda: time.tzset() or got):
    try:
        do()
    except (OSError, AttributeError):
        pass
for _ in range(1000):
    time.time_ns(), time.monotonic_ns(), time.perf_counter_ns(), time.process_time_ns(), datetime.datetime.now()
for number in (-1, 0, 1, 2, 3, 4, 99, 2**31 - 1):
    try:
        time.clock_gettime(number)
    except (OSError, OverflowError):
        pass
print(got or "nothing got out")
