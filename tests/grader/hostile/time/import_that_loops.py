# verdict: timed_out
# as: output
import sys


class Finder:
    def find_spec(self, *_):
        while True:
            pass


sys.meta_path.insert(0, Finder())
import nothing_of_that_name
