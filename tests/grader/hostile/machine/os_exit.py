# verdict: crashed
# as: output
import os

print("nothing got out", flush=True)
os._exit(0)
