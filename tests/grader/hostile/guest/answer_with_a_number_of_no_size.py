# verdict: crashed, not_yet
# as: call
import json


def attack():
    pass


json.JSONEncoder.encode = lambda *_: '{"ending": "finished", "value": {"t": "int", "v": "0x' + "f" * 10**6 + '", "shown": "' + "8" * 10**6 + '"}}'
