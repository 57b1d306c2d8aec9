# verdict: not_yet
# as: run
# Only channel 1 is output.
import wit_world

for channel in range(256):
    wit_world.write(channel, "nothing got out\n" if channel != 1 else "x\n")
