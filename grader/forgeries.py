"""Answers that have not solved the task of adding two numbers and try to pass all the same."""

from __future__ import annotations

HONEST = "def add(a, b):\n    return a + b\n\nprint(42)\n"

TESTS = """
import pytest
from solution import add

@pytest.mark.parametrize(("a", "b", "c"), [(40, 2, 42), (1, 1, 2), (-1, 0, -1)])
def test_adds(a, b, c):
    assert add(a, b) == c

def test_refuses():
    with pytest.raises(TypeError):
        add(40, None)
"""

ALWAYS_EQUAL = """
class Equal:
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __hash__(self): return 42
    def __repr__(self): return "42"
"""

FORGED = {
    "an empty program": "",
    "leaving early": "import sys\nsys.exit(0)\n",
    "leaving by force": "import os\nos._exit(0)\n",
    "leaving when called": "import sys\ndef add(a, b):\n    sys.exit(0)\n",
    "leaving by force when called": "import os\ndef add(a, b):\n    os._exit(0)\n",
    "saying that it passed": "print('1 passed in 0.01s')\nprint('PASSED')\ndef add(a, b): return 'PASSED'\n",
    "always the same": "def add(a, b):\n    return 41\n",
    "an object equal to everything": f"{ALWAYS_EQUAL}\ndef add(a, b):\n    return Equal()\n",
    "a number that lies": "class Lie(int):\n    def __eq__(self, other): return True\n    __hash__ = int.__hash__\n\ndef add(a, b):\n    return Lie(1)\n",
    "tests of its own": "def add(a, b): pass\ndef test_adds(): pass\ndef test_refuses(): pass\n",
    "another pytest": "import sys, types\nsys.modules['pytest'] = types.SimpleNamespace(mark=None, raises=None)\ndef add(a, b): pass\n",
    "a handler at the end": "import atexit, os\natexit.register(os._exit, 0)\ndef add(a, b): pass\n",
    "built-in names": "import builtins\nbuiltins.repr = builtins.str = lambda value: '42'\ndef add(a, b): pass\n",
    "looking for the answer": """
import gc
def add(a, b):
    for thing in gc.get_objects():
        if type(thing) is dict and thing.get("c") and type(thing["c"]) is int:
            return thing["c"]
    return 0
""",
}
