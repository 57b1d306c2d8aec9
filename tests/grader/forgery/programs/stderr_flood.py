"""Writes errors without end, while it is imported."""
# against: plain
import sys

while True:
    sys.stderr.write("1 passed " * 1000)
