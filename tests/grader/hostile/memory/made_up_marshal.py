# verdict: crashed, timed_out, over_limit, passed
# as: output
import marshal
import random

good = marshal.dumps(compile("def f(x):\n    return [x, 'a', 1.5]\nf(2)", "x", "exec"))
for seed in range(500):
    random.seed(seed)
    bad = bytearray(good)
    for _ in range(3):
        bad[random.randrange(len(bad))] = random.randrange(256)
    try:
        exec(marshal.loads(bytes(bad)))
    except Exception:
        pass
print("nothing got out")
