# verdict: crashed, passed, not_yet
# as: output
# limits: cpu=2
import tempfile

for _ in range(100):
    tempfile.NamedTemporaryFile(delete=False).write(b"x" * 1000)
print("nothing got out")
