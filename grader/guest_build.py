"""Build the sandbox's component, and the translations, when the package is built: hatchling runs this."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import sys
import tempfile
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

INSIDE = ("pytest", "_pytest", "py", "pluggy", "iniconfig", "packaging", "pygments")
"""What is built into the sandbox beside the standard library: pytest and what it needs."""

PINNED = ("componentize-py", "pytest", "pluggy", "iniconfig", "packaging", "pygments")


class GuestBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Makes `grader/guest.wasm` and `grader/guest.sha256`, unless they are there and nothing has changed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Run before the files are collected."""
        grader = Path(self.root, "grader")
        compile_translations(grader / "locale")
        wasm, fingerprint = grader / "guest.wasm", grader / "guest.sha256"
        wanted = fingerprint_of(grader / "guest")
        if wasm.is_file() and fingerprint.is_file() and fingerprint.read_text().strip() == wanted:
            return
        fingerprint.unlink(missing_ok=True)
        build(grader / "guest", wasm)
        fingerprint.write_text(wanted + "\n")


def compile_translations(locale: Path) -> None:
    """Write the `.mo` file beside each `.po` file: the form that gettext reads."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415  (only the build has it)
    from babel.messages.pofile import read_po  # noqa: PLC0415

    for path in sorted(locale.glob("*/LC_MESSAGES/*.po")):
        with path.open("rb") as source:
            catalogue = read_po(source, locale=path.parts[-3], abort_invalid=True)
        made, target = io.BytesIO(), path.with_suffix(".mo")
        write_mo(made, catalogue)
        # Left alone if it is so already: others may be reading it.
        if not target.exists() or target.read_bytes() != made.getvalue():
            target.write_bytes(made.getvalue())


def fingerprint_of(guest: Path) -> str:
    """SHA-256 over everything the component is made of: our files and the versions of what is built in."""
    whole = hashlib.sha256()
    files = [path for path in guest.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    for path in sorted(files):
        whole.update(path.relative_to(guest).as_posix().encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    for name in PINNED:
        whole.update(f"{name}=={version(name)}\n".encode())
    return whole.hexdigest()


def build(guest: Path, target: Path) -> None:
    """Turn the guest, pytest and a CPython into one component (about 10 to 35 seconds)."""
    import componentize_py  # noqa: PLC0415  (only the build has it)

    with tempfile.TemporaryDirectory() as folder:
        inside = Path(folder)
        shutil.copytree(guest, inside / "sandbox_guest", ignore=shutil.ignore_patterns("__pycache__"))
        for name in INSIDE:
            copy_module(name, inside)
        made = inside / "guest.wasm"
        arguments, environment = sys.argv, dict(os.environ)
        # componentize-py would also take in whatever the Python it finds on the PATH has installed.
        os.environ.pop("VIRTUAL_ENV", None)
        os.environ["PATH"] = folder
        sys.argv = [
            "componentize-py", "-d", str(guest / "world.wit"), "-w", "guest",
            "componentize", "sandbox_guest.app", "-p", folder, "-o", str(made),
        ]  # fmt: skip
        try:
            componentize_py.script()
        finally:
            sys.argv = arguments
            os.environ.clear()
            os.environ.update(environment)
        shutil.move(made, target)


def copy_module(name: str, target: Path) -> None:
    """Copy an installed package or module."""
    found = find_spec(name)
    if found is None or found.origin is None:
        raise RuntimeError(f"{name} is not installed, and it belongs into the sandbox")
    source = Path(found.origin)
    if source.name == "__init__.py":
        shutil.copytree(source.parent, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(source, target)
