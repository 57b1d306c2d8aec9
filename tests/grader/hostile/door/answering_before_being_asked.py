# verdict: crashed, not_yet
# as: tests
# limits: cpu=2
import wit_world
from sandbox_guest import app

app.WitWorld.reach = lambda self, message: '{"t": "str", "v": "nothing got out"}' * 1000


def attack():
    return 0
