# verdict: crashed, over_limit, not_yet
# as: tests
# limits: cpu=2
import wit_world


def attack():
    return wit_world.ask("x" * 10**8)
