# verdict: not_yet, crashed
# as: call
def attack():
    deep = []
    for _ in range(10**5):
        deep = [deep]
    return deep
