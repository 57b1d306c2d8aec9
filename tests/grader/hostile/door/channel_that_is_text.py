# verdict: crashed
# as: run
import wit_world

wit_world.write("1", "nothing got out\n")
