# verdict: timed_out, over_limit
# as: output
import zlib

squeezed = zlib.compress(b"\0" * 10**7)
while True:
    zlib.decompress(zlib.compress(zlib.decompress(squeezed) * 8))
