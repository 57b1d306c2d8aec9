# verdict: crashed
# as: output
# typed: one
# typed: two
import sys

print(sys.stdin.read(), sys.stdin.readline(), sys.stdin.buffer)
