"""Errors as data, with only the learner's own lines in them."""

import traceback

FILE = "program.py"
"""What a learner's program is called in error messages."""


def describe(error: BaseException, file: str = FILE, called: str = FILE) -> dict:
    """An error as data: kind, text, the line of the program it is about, and Python's own words.

    In these, the program's `file` is `called` what the learner knows it by.
    """
    summary = traceback.TracebackException.from_exception(error, limit=None, compact=True)
    line = _cut(summary, file)
    if isinstance(error, SyntaxError) and error.filename == file:
        line = error.lineno
    return {
        "kind": type(error).__name__,
        "kinds": [cls.__name__ for cls in type(error).__mro__],
        "message": _message(error),
        "line": line,
        "column": error.offset if isinstance(error, SyntaxError) else None,
        "traceback": "".join(_shortened(summary)).replace(file, called),
        "name": str(getattr(error, "name", None) or ""),
    }


def _message(error: BaseException) -> str:
    try:
        return str(error.msg if isinstance(error, SyntaxError) else error)[:500]
    except Exception:
        return "(no message)"


def _cut(summary: traceback.TracebackException, file: str) -> int | None:
    """Leave only the learner's frames in a traceback; give the last of their lines."""
    line = None
    seen = set()
    while summary is not None and id(summary) not in seen:
        seen.add(id(summary))
        kept = [frame for frame in summary.stack if not _ours(frame.filename)]
        summary.stack = traceback.StackSummary.from_list(kept)
        mine = [frame.lineno for frame in kept if frame.filename == file]
        if line is None and mine:
            line = mine[-1]
        summary = summary.__cause__ or summary.__context__
    return line


def _ours(filename: str) -> bool:
    return filename.startswith(("/0/", "/python/", "<frozen ")) or filename == "call"


def _shortened(summary: traceback.TracebackException) -> list[str]:
    lines = "".join(summary.format(chain=False)).splitlines(True)
    if len(lines) <= 24:
        return lines
    return [*lines[:10], "  ...\n", *lines[-10:]]
