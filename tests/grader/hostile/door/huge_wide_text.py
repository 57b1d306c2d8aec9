# verdict: over_limit, crashed
# as: run
# limits: cpu=2
import wit_world

wit_world.write(1, "\U0001f600" * (3 * 10**7))
