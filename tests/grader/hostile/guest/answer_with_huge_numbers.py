# verdict: crashed, not_yet
# as: output
import json

json.JSONEncoder.encode = lambda *_: '{"ending": "finished", "a": ' + "9" * 4000 + ', "b": 1e999, "c": -Infinity, "d": NaN}'
