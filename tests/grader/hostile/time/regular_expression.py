# verdict: timed_out
# as: output
import re

re.match(r"(a+)+b", "a" * 64)
