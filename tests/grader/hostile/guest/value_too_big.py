# verdict: not_yet
# as: call
# limits: cpu=2
def attack():
    return [[str(number) * 100 for number in range(1000)] for _ in range(100)]
