# verdict: timed_out, crashed
# as: output
import sys
import traceback

sys.excepthook = sys.unraisablehook = sys.displayhook = lambda *_: [None for _ in iter(int, 1)]
traceback.TracebackException.from_exception = None
traceback.StackSummary.from_list = lambda *_: 1 / 0
raise ValueError("x")
