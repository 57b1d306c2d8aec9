"""Answers that have not solved the task of adding two numbers and try to pass all the same."""

from __future__ import annotations

HONEST = "def add(a, b):\n    return a + b\n\nprint(42)\n"

TESTS = """
import pytest
from solution import add

@pytest.mark.parametrize(("a", "b", "c"), [(40, 2, 42), (1, 1, 2), (-1, 0, -1)])
def test_adds(a, b, c):
    assert add(a, b) == c

def test_adds_text():
    assert add("4", "2") == "42"
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
    "tests of its own": "def add(a, b): pass\ndef test_adds(): pass\ndef test_adds_text(): pass\n",
    "another pytest": "import sys, types\nsys.modules['pytest'] = types.SimpleNamespace(mark=None, raises=None)\ndef add(a, b): pass\n",
    "reports that always pass": """
import sys
for name, module in list(sys.modules.items()):
    if name.endswith("reports") and hasattr(module, "TestReport"):
        module.TestReport.outcome = property(lambda self: "passed", lambda self, value: None)
        module.TestReport.failed = False
def add(a, b): pass
""",
    "messages of its own": """
import json
import wit_world
def add(a, b):
    for said in ("", "{}", json.dumps({"ending": "finished", "status": 0}), json.dumps({"t": "int", "v": "0x2a"})):
        try:
            wit_world.ask(said)
        except Exception:
            pass
    return 41
wit_world.write(1, '{"ending": "finished"}')
""",
    "reading the tests": """
import json, re
from pathlib import Path
def add(a, b):
    for folder in (Path("/tests"), Path("/work"), Path(".")):
        for path in folder.rglob("test_*.py"):
            case = re.escape(f"{json.dumps(a)}, {json.dumps(b)}") + "(?:, |[)] == )([^)\\n]+)"
            if found := re.search(case, path.read_text()):
                return json.loads(found[1])
    return 41
""",
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
