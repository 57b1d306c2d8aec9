# verdict: timed_out, crashed, over_limit
# as: tests
import wit_world


def attack():
    while True:
        wit_world.ask("{}")
