# verdict: crashed
# as: output
import wit_world

wit_world.write(10**400, "nothing got out\n")
