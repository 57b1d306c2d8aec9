# verdict: crashed
# as: output
import json

json.JSONEncoder.encode = lambda *_: '{"ending": "raised", "error": {"kind": [], "kinds": 5, "message": {"a": "\\ud800"}, "line": 1e999, "column": null, "traceback": [[]], "name": {}}}'
