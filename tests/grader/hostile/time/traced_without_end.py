# verdict: timed_out
# as: output
import sys


def look(frame, event, value):
    while True:
        pass


sys.settrace(look)
sys.setprofile(look)
(lambda: 0)()
