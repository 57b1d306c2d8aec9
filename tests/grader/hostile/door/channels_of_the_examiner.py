# verdict: crashed, not_yet
# as: tests
# limits: cpu=2
import wit_world

for channel in range(256):
    wit_world.write(channel, "nothing got out\n")


def attack():
    wit_world.write(255, "x")
    return 0
