# verdict: passed
# as: output
# What the worker says to the tutor goes through pipes; a program has none of their ends.
import json
import os

frame = json.dumps({"done": {"ending": "finished", "transcript": [[1, "forged"]], "seconds": 0}}).encode()
for number in range(64):
    for body in (len(frame).to_bytes(4, "big") + frame, b"\xff\xff\xff\xff", b"\0\0"):
        try:
            os.write(number, body)
        except OSError:
            pass
print("nothing got out")
