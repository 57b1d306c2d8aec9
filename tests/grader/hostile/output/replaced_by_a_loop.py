# verdict: timed_out, passed
# as: output
import sys

print("nothing got out")


class Stream:
    def flush(self):
        while True:
            pass


sys.stdout = Stream()
