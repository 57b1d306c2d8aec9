"""Changes the clock and chance, so that limits are met never or at once."""
import random
import sys
import time

time.time = time.monotonic = time.perf_counter = time.process_time = lambda: -1.0
time.sleep = lambda seconds: None
random.random = lambda: 0.0
random.seed = lambda *args: None
sys.setswitchinterval(1e-9)
sys.intern = lambda text: ""
