# verdict: not_yet
# as: output
# What is written as if it had been typed is not output either.
import wit_world

wit_world.write(0, "nothing got out\n")
