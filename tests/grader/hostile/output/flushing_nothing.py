# verdict: timed_out
# as: run
import sys

while True:
    print(end="", flush=True)
    sys.stdout.write("")
    sys.stdout.buffer.raw.write(b"")
