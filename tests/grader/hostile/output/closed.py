# verdict: crashed
# as: output
import sys

sys.stdout.close()
print("nothing got out")
