# verdict: crashed, not_yet, over_limit
# as: tests
# limits: cpu=2
from sandbox_guest import app

app.WitWorld.reach = lambda self, message: "[" * (3 * 10**6)


def attack():
    return 0
