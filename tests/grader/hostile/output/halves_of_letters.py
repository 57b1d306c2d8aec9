# verdict: not_yet
# as: output
import sys

for part in (b"\xf0", b"\x9f", b"\x98", b"\xf0\x9f", b"\xc3", b"\xff\xfe", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc0\xaf", b"\xe2\x80"):
    sys.stdout.buffer.raw.write(part)
    sys.stderr.buffer.write(part)
    sys.stderr.flush()
