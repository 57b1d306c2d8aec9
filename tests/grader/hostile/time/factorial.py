# verdict: timed_out, over_limit
# as: output
import math

math.factorial(10**8)
