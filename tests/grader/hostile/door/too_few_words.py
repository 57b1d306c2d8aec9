# verdict: crashed
# as: output
import wit_world

wit_world.write()
