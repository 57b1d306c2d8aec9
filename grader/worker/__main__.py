"""Start the worker without the rest of the grader: what it does not load can't go astray in it."""

import importlib
import sys
import types
from pathlib import Path

if __name__ == "__main__":
    # Stands for the package, so that its `__init__`, which loads everything, is never run here.
    grader = types.ModuleType("grader")
    grader.__path__ = [str(Path(__file__).resolve().parent.parent)]
    sys.modules["grader"] = grader
    importlib.import_module("grader.worker.starting").main(sys.argv[1:])
