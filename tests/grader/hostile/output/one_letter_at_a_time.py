# verdict: over_limit, timed_out
# as: run
import sys

while True:
    sys.stdout.buffer.raw.write(b"a")
    sys.stderr.buffer.raw.write(b"b")
