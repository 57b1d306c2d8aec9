# verdict: timed_out, over_limit
# as: output
import sys

sys.set_int_max_str_digits(0)
print(len(str(7 ** 10**7)), int("9" * 10**7))
