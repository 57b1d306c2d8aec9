# verdict: crashed, over_limit
# as: output
# limits: cpu=2
import json

json.JSONEncoder.encode = lambda *_: "x" * 10**8
