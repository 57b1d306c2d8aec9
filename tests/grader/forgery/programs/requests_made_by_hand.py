"""Asks the examiner for things that no honest program would ask for."""
import json

import wit_world

NAMES = (
    "__globals__ __self__ __code__ __closure__ __defaults__ __dict__ __class__ __module__ __func__ __wrapped__ __getattribute__"
    " __init__ __reduce_ex__ __subclasses__ __builtins__ func_globals gi_frame f_globals f_back tb_frame co_consts mock_calls"
    " call_args call_args_list assert_called_with return_value side_effect _mock_children _mock_return_value SECRET args func"
).split()


def asked():
    for number in (*range(8), -1, 10**9, True, None, "0"):
        for name in NAMES:
            yield {"do": "get", "of": number, "args": [name], "named": {}}
            yield {"do": "set", "of": number, "args": [name, 42], "named": {}}
        for name in ("__eq__", "__call__", "__getattribute__", "__init__", "__class__", "__del__", "__repr__", "__dir__"):
            yield {"do": "special", "of": number, "args": [name, 0], "named": {}}
        for what in ("load", "call", "delete", "names", "kind", "plain", "signature", "input", "_break", "exec", ""):
            yield {"do": what, "of": number, "args": [], "named": {}}
    yield {"do": "call", "of": 0, "args": [{"T": "type"}], "named": {"": 1, "self": 2}}
    yield {"do": "report", "status": 0, "tests": []}


messages = asked()


def forge(*args):
    for _ in range(3):
        for message in messages:
            try:
                said = json.loads(wit_world.ask(json.dumps(message)))
            except Exception:
                continue
            if isinstance(said, dict) and "SECRET" in str(said.get("ok", "")):
                return said["ok"]
            break
    for text in ("", "{", "null", "[[[[", "\0"):
        if len(args) > 5:
            wit_world.ask(text)
    return 0
