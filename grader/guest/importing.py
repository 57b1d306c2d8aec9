"""The learner's module, as the tests import it: a stand-in whose names are looked up in the learner's guest."""

import ast
import builtins
import importlib.machinery
import sys
import types

from .proxies import Names

_LINK_KEY = "link\0"
_OWN = types.ModuleType.__dict__["__dict__"]


class ModuleProxy(types.ModuleType):
    """The learner's module, as the tests import it."""

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return _link(self).get(0, name)

    def __setattr__(self, name, value):
        if name.startswith("__") and name.endswith("__"):
            super().__setattr__(name, value)
        else:
            _link(self).set(0, name, value)

    def __delattr__(self, name):
        _link(self).delete(0, name)

    @property
    def __dict__(self):
        return Names(_link(self), 0)

    def __dir__(self):
        return _link(self).names(0)


def _link(module):
    return _OWN.__get__(module)[_LINK_KEY]


class Finder:
    """Finds the learner's module, and no other."""

    def __init__(self, link, name: str, tests: list[str]) -> None:
        self._link, self._name, self._wanted = link, name, _names_used(tests)

    def find_spec(self, name, _path=None, _target=None):
        """The spec of the learner's module."""
        return importlib.machinery.ModuleSpec(name, self) if name == self._name else None

    def create_module(self, spec):
        """An empty stand-in."""
        module = ModuleProxy(spec.name)
        _OWN.__get__(module)[_LINK_KEY] = self._link
        return module

    def exec_module(self, module) -> None:
        """Run the program on its own side. A star import brings what the tests use, and nothing else."""
        self._link.load()
        module.__doc__ = self._link.get(0, "__doc__")
        module.__all__ = sorted(self._wanted & set(self._link.names(0)))


def _names_used(tests: list[str]) -> set[str]:
    """The names that the test files use without making them: what a star import may bring."""
    used, made = set(), set(dir(builtins))
    for source in tests:
        try:
            tree = ast.parse(source)
        except (SyntaxError, ValueError):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Name):
                (used if isinstance(node.ctx, ast.Load) else made).add(node.id)
            elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                made.add(node.name)
            elif isinstance(node, ast.alias):
                made.add((node.asname or node.name).partition(".")[0])
    return used - made


def typed(prompt="", /):
    """`input()` beside tests: what the tests have put in the place of sys.stdin, as Python's own would."""
    sys.stdout.write(str(prompt))
    line = read_line()
    if not line:
        raise EOFError("there was nothing more to read")
    return line.removesuffix("\n")


def read_line() -> str:
    """The next line of what the tests have put in the place of sys.stdin; "" if they have not."""
    try:
        return sys.stdin.readline()
    except OSError:
        return ""
