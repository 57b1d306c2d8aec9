# verdict: not_yet
# as: call
def attack():
    return 1 << 390_000
