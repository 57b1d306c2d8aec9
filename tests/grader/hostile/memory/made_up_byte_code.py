# verdict: crashed, timed_out, over_limit
# as: output
# Code of random bytes reads and writes anywhere in the memory of its own sandbox.
import random


def victim(a, b=1, *c, **d):
    try:
        return a + b
    finally:
        print(c)


for seed in range(10**6):
    random.seed(seed)
    code = bytes(random.randrange(256) for _ in range(64))
    try:
        victim.__code__ = victim.__code__.replace(co_code=code, co_stacksize=random.randrange(50), co_consts=(victim, 0), co_names=("a",))
        victim(1, 2, 3, x=4)
    except Exception:
        pass
