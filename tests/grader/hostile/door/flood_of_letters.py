# verdict: over_limit, timed_out
# as: run
import wit_world

channel = 0
while True:
    wit_world.write(channel % 256, "x")
    channel += 1
