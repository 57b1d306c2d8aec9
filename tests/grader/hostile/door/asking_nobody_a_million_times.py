# verdict: timed_out
# as: output
import wit_world

while True:
    wit_world.ask("x" * 1000)
