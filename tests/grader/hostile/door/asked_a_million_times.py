# verdict: timed_out
# as: output
# typed: one
import wit_world

while True:
    wit_world.read_line()
