# verdict: crashed, not_yet
# as: output
# The frames of our own code are on the program's stack.
import sys

frame = sys._getframe()
while frame:
    for name in list(frame.f_locals):
        try:
            frame.f_locals[name] = None
        except (KeyError, ValueError, TypeError):
            pass
    if frame.f_back:
        frame.f_globals.clear()
    frame = frame.f_back
