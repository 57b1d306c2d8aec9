# verdict: crashed, not_yet
# as: output
import json

json.JSONEncoder.encode = lambda *_: '{"ending": "raised", "error": null, "error": {"kind": "' + "K" * 10**5 + '", "kinds": ["' + '","'.join("k" * 10 for _ in range(10**4)) + '"], "message": "' + "m" * 10**6 + '", "line": 3, "traceback": "' + "t" * 10**6 + '", "name": "' + "n" * 10**5 + '"}}'
