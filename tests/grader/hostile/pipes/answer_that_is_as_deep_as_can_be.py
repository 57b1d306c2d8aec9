# verdict: crashed, not_yet
# as: output
# source: made
# Somewhere between these depths it can be read, and not be sent on any more.
code = '''
import json

deep = DEPTH
json.JSONEncoder.encode = lambda *_: '{"ending": "finished", "a": ' + "[" * deep + "]" * deep + "}"
'''.replace("DEPTH", "988")
