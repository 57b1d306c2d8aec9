# verdict: passed, crashed, over_limit, timed_out
# as: output
# limits: cpu=2
import copy
import functools
import itertools
import json
import operator
import pickle
import types

deep = ()
for _ in range(10**5):
    deep = (deep,)
called = print
for _ in range(10**4):
    called = functools.partial(called, 1)
chained = iter(())
for _ in range(10**5):
    chained = itertools.chain(chained, ())
kind = int
for _ in range(10**4):
    kind = list[kind]
for do in (
    lambda: hash(deep), lambda: repr(deep), lambda: deep == (deep,), lambda: copy.deepcopy(deep), lambda: json.dumps(deep), lambda: pickle.dumps(deep),
    lambda: isinstance(1, deep), lambda: repr(called), lambda: list(chained), lambda: repr(kind), lambda: str(types.SimpleNamespace(a=deep)),
    lambda: functools.reduce(operator.add, [[deep]] * 100), lambda: json.loads("[" * 10**6), lambda: pickle.loads(b"(" * 10**6), lambda: eval("[" * 150 + "]" * 150),
    lambda: "".join(map(str, deep)), lambda: print.__class__(deep), lambda: exec("deep.x = 1", {"deep": deep}),
):
    try:
        do()
    except (RecursionError, TypeError, MemoryError, ValueError, AttributeError, EOFError, SyntaxError):
        pass
    except Exception as error:
        if "pickle" not in type(error).__module__ + type(error).__name__.lower():
            raise
print("nothing got out")
