# verdict: over_limit
# as: run
import sys

while True:
    sys.stderr.write("e")
