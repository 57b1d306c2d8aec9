# verdict: not_yet
# as: output
import sys

print("nothing got", end="")
sys.stdout.detach()
sys.stdout = sys.__stdout__ = sys.stderr = None
