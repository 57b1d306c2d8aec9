# verdict: crashed, timed_out, not_yet
# as: output
# limits: cpu=0.05
# limits: wall=0.3
import threading

lock = threading.Lock()
lock.acquire()
lock.acquire(timeout=10**6)
print("woke")
