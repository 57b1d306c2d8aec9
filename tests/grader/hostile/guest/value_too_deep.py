# verdict: not_yet, crashed
# as: call
# limits: cpu=2
def attack():
    deep = []
    for _ in range(10**5):
        deep = [deep]
    return deep
