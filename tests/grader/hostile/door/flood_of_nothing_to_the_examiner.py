# verdict: timed_out, over_limit
# as: tests
# Each piece is kept until the next message; pieces of nothing count, too.
import wit_world

while True:
    wit_world.write(1, "")
