"""Every check of the project, one after the other: `./run test`. Words after it go to pytest."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
HOME = Path(sys.prefix, "test-home")
"""A home of their own for the tests; kept, so that the sandbox is made ready once."""


def steps(words: list[str]) -> list[tuple[str, list[str]]]:
    """What is done, in order: a name and a command. With words for pytest, only pytest is run."""
    tests = ("tests", [str(BIN / "python"), "-m", "pytest", *words])
    if words:
        return [tests]
    return [
        ("style", [str(BIN / "ruff"), "check", "."]),
        ("layout", [str(BIN / "ruff"), "format", "--check", "."]),
        ("types", [str(BIN / "mypy")]),
        ("rooms", [str(BIN / "lint-imports")]),
        ("sandbox", [str(BIN / "tutor"), "prepare"]),
        ("packs", [str(BIN / "tutor"), "pack", "check", "lessons/packs/python"]),
        tests,
    ]


def main() -> int:
    """Run them all, even after one has found something; exit status 0 if none has."""
    found = []
    for name, command in steps(sys.argv[1:]):
        print(f"== {name}: {' '.join(command[1:]) or command[0]}", flush=True)
        started = time.monotonic()
        if subprocess.run(command, cwd=ROOT, env=os.environ | {"TUTOR_HOME": str(HOME)}, check=False).returncode:
            found.append(name)
        if name != "tests":
            print(f"== {name}: {time.monotonic() - started:.1f} s", flush=True)
    if found:
        print(f"Look at: {', '.join(found)}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
