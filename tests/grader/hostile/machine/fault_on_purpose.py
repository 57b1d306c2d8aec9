# verdict: crashed
# as: output
import faulthandler

print("nothing got out", flush=True)
faulthandler._sigsegv()
