# verdict: passed, timed_out, crashed
# as: output
import wit_world

wit_world.pause(float("-inf"))
print("nothing got out")
