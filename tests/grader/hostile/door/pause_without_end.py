# verdict: timed_out
# as: run
import wit_world

wit_world.pause(float("inf"))
