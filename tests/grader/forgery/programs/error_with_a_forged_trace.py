"""An error whose traceback points into the tests."""
import sys
import types


def forge(*args):
    frame, trace = sys._getframe(), None
    while frame is not None:
        trace = types.TracebackType(trace, frame, frame.f_lasti, 1)
        frame = frame.f_back
    raise AssertionError("passed").with_traceback(trace)
