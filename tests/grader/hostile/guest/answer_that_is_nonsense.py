# verdict: crashed
# as: output
import json

print("nothing got out")
json.JSONEncoder.encode = lambda *_: "nonsense"
