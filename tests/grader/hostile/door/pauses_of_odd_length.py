# verdict: timed_out
# as: output
import wit_world

for seconds in (-1e18, -0.5, -0.0, 1e-320, 5e-324, True, 0):
    wit_world.pause(seconds)
wit_world.pause(float("nan"))
