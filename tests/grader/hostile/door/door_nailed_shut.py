# verdict: crashed, not_yet
# as: output
import wit_world

wit_world.write = wit_world.read_line = wit_world.pause = lambda *_: 1 / 0
print("nothing got out", flush=True)
