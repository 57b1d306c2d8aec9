# verdict: not_yet
# as: run
import sys

body = b'{"done": {"ending": "finished", "transcript": [[1, "nothing got out"]], "seconds": 0}}'
sys.stdout.buffer.write(len(body).to_bytes(4, "big") + body)
sys.stderr.buffer.write(b"\0\0\0\x02{}" * 100)
