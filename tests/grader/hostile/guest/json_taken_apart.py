# verdict: crashed, not_yet
# as: output
import json
import sys

json.JSONEncoder.encode = lambda self, what: "{"
json.encoder.c_make_encoder = json.encoder.encode_basestring_ascii = None
json.loads = None
for name in list(sys.modules):
    if name.startswith("json"):
        sys.modules[name] = None
