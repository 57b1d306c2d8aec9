# verdict: passed, over_limit, crashed
# as: output
# limits: cpu=2
import wit_world

wit_world.ask("x" * 10**8)
print("nothing got out")
