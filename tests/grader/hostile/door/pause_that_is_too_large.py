# verdict: crashed
# as: output
import wit_world

wit_world.pause(10**400)
