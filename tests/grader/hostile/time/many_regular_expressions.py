# verdict: timed_out, crashed
# as: output
import re

for number in range(10**6):
    re.compile(f"(?:(?:a|b|{number}){{1,200}}){{1,200}}" * 20)
