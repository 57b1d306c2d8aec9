# verdict: crashed
# as: output
import wit_world

wit_world.write(256, "nothing got out\n")
