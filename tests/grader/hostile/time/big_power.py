# verdict: timed_out, over_limit
# as: call
def attack():
    return 9**9**9
