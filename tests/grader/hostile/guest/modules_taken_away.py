# verdict: crashed, passed, not_yet
# as: output
import sys

print("nothing got out")
for name in list(sys.modules):
    sys.modules[name] = None
sys.modules.clear()
