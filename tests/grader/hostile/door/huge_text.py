# verdict: over_limit, crashed
# as: output
# limits: cpu=2
import wit_world

wit_world.write(1, "x" * 10**8)
