"""Words that no lesson says and modules that no program in it uses, with file and line."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator
from pathlib import Path

from exercises import Problem, Problems, read_text

DISCOURAGING = (
    "wrong", "failed", "invalid", "illegal", "violation", "fatal", "abort", "aborted", "kill", "killed", "execute",
    "executed", "terminate", "terminated", "easy", "simply", "just", "obviously", "of course", "trivial",
)  # fmt: skip
"""Words that blame or belittle whoever is stuck, and words of machines that sound like threats."""

LABELS = (
    "inmate", "offender", "felon", "convict", "prisoner", "criminal", "ex-con", "inmates", "offenders", "felons",
    "convicts", "prisoners", "criminals", "ex-cons", "these individuals", "the population", "jailhouse",
)  # fmt: skip
"""Words that say what a person has been instead of who the person is."""

MODULES = frozenset(
    (
        "socket", "ssl", "http", "urllib", "ftplib", "smtplib", "telnetlib", "subprocess", "ctypes",
        "multiprocessing", "signal", "webbrowser", "platform", "importlib",
    )
)  # fmt: skip
"""Modules for the network, for other programs and for the machine itself. Facilities look for them in what comes in."""

CALLS = frozenset(("eval", "exec", "__import__", "os.system", "os.popen"))
"""Functions that run text as a program, or other programs."""


def _pattern(*phrases: str) -> re.Pattern[str]:
    joined = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    return re.compile(rf"\b(?:{joined})\b", re.IGNORECASE)


_WORDS = (
    (_pattern(*DISCOURAGING), "Say what happened, or what to do next."),
    (_pattern(*LABELS), "Say learner, person or people."),
    (re.compile(r"\bescapes?\b(?!\s+sequence)", re.IGNORECASE), "Say backslash code."),
)


def forbidden(folder: Path) -> Iterator[Problem]:
    """Every forbidden word, import and call in the files of a pack."""
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder).parts
        if path.suffix not in (".md", ".toml", ".py") or "__pycache__" in inside or inside == ("README.md",):
            continue
        if path.stem.endswith(".es"):  # these words are English
            continue
        text = read_text(path, Problems())
        if text is None:
            continue
        if "mistakes" not in inside:  # nobody reads those
            yield from _words(path, text)
        if path.suffix == ".py":
            yield from _imports_and_calls(path, text)


def _words(path: Path, text: str) -> Iterator[Problem]:
    for pattern, advice in _WORDS:
        for found in pattern.finditer(text):
            word = " ".join(found[0].split())
            line = text.count("\n", 0, found.start()) + 1
            yield Problem(path, line, f"The word `{word}` is not used in lessons. {advice}")


def _imports_and_calls(path: Path, text: str) -> Iterator[Problem]:
    """Look at a program. One that is not Python yields nothing: a program to mend need not be."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            nodes = list(ast.walk(ast.parse(text)))
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return
    for node in nodes:
        for name in _names(node):
            if name.split(".")[0] in MODULES or name in CALLS:
                line = getattr(node, "lineno", None)
                yield Problem(path, line, f"`{name}` is not used in lessons. Find another way to say it.")


def _names(node: ast.AST) -> list[str]:
    """The modules and functions that a piece of a program names, with dots."""
    match node:
        case ast.Import(names=names):
            return [name.name for name in names]
        case ast.ImportFrom(module=str(module), names=names, level=0):
            return [module] if module.split(".")[0] in MODULES else [f"{module}.{name.name}" for name in names]
        case ast.Call(func=ast.Name(id=name)):
            return [name]
        case ast.Attribute(value=ast.Name(id=module), attr=name) if f"{module}.{name}" in CALLS:
            return [f"{module}.{name}"]
    return []
