"""Start the worker without the rest of the grader: what it does not load can't go astray in it."""

import importlib
import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.append(str(Path(__file__).resolve().parent.parent))
    importlib.import_module("worker.starting").main(sys.argv[1:])
