# verdict: not_yet, crashed
# as: output
# limits: cpu=2
import sys


class Stream:
    def __getattr__(self, name):
        while name != "flush":
            raise SystemExit

    def flush(self):
        raise SystemExit


sys.stdout = sys.stderr = Stream()
print("nothing got out")
