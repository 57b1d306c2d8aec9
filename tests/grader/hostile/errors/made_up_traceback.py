# verdict: crashed
# as: output
import sys
import types

frame = sys._getframe()
error = ValueError("x")
trace = None
for line in (-5, 0, 10**9, 2**31 - 1, -(2**31), 1):
    trace = types.TracebackType(trace, frame, 0, line)
    trace = types.TracebackType(trace, frame, 10**6, line)
raise error.with_traceback(trace)
