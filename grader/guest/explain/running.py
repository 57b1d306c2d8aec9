"""Programs that end with an error message: rules about the message and the tree, the surest first."""

import builtins
import difflib
import keyword
import re

from .case import Case, Found

BLANK = "____"

_NAMES = sorted({*dir(builtins), *keyword.kwlist})
_NOT_HERE = set(
    "socket ssl urllib http requests threading multiprocessing subprocess asyncio tkinter turtle ctypes webbrowser"
    " signal".split()
)
_OWN_MISTAKES = {"NameError", "TypeError", "ValueError", "IndexError", "KeyError", "ZeroDivisionError"}


def blank_left(case: Case):
    return Found("blank-left", case.error_line) if case.kind == "NameError" and BLANK in case.line else None


def module_that_is_not_here(case: Case):
    imported = set(re.findall(r"^[ \t]*(?:import|from)[ \t]+([A-Za-z_]\w*)", case.code, re.MULTILINE)) & _NOT_HERE
    if imported and case.kind not in _OWN_MISTAKES:
        name = min(imported)
        return Found("not-here", case.error_line, {"name": name})
    if case.kind == "ModuleNotFoundError":
        return Found("no-such-module", case.error_line, {"name": case.name})
    return None


def name_that_is_not_there(case: Case):
    if case.kind != "NameError":
        return None
    slug, fields = _about_name(case.name, case.line, case.code)
    return Found(slug, case.error_line, fields)


def _about_name(name: str, line: str, code: str):
    small = name.lower()
    if name != small and (hasattr(builtins, small) or keyword.iskeyword(small)):
        return "capital-letter", {"name": name, "small": small}
    if small in ("true", "false", "none"):
        return "true-false", {"name": name, "right": name.capitalize()}
    if line.strip() == name:
        return "stray-name", {"name": name}
    own = [
        word
        for word in set(re.findall(r"^[ \t]*([A-Za-z_]\w{0,40})[ \t]*=", code[:20_000], re.MULTILINE))
        if word != name
    ]
    close = difflib.get_close_matches(name, [*own, *_NAMES], n=1, cutoff=0.7)
    if close and (close[0] in own or re.search(rf"\b{re.escape(name)}\s*\(", line)):
        return "misspelled-name", {"name": name, "right": close[0]}
    if re.search(rf"[(,+]\s*{re.escape(name)}\s*[),+]", line):
        return "no-quotes", {"name": name}
    return "unknown-name", {"name": name}


def by_kind(case: Case):
    if case.kind == "TypeError" and re.search(r"concatenate str|for \+: '(int|float|str)' and", case.message):
        return Found("text-plus-number", case.error_line)
    if case.kind == "TypeError" and "not subscriptable" in case.message and re.search(r"\bprint\s*\[", case.line):
        return Found("wrong-brackets", case.error_line)
    if case.kind == "ValueError" and "invalid literal for int" in case.message:
        return Found("not-a-number", case.error_line)
    slug = _KINDS.get(case.kind)
    return Found(slug, case.error_line) if slug else None


_KINDS = {
    "ZeroDivisionError": "zero-division", "IndexError": "index", "KeyError": "key", "AttributeError": "attribute",
    "EOFError": "asks-too-often", "RecursionError": "endless-calls", "UnboundLocalError": "unbound",
    "FileNotFoundError": "no-file", "OSError": "file", "PermissionError": "file", "TypeError": "type",
    "ValueError": "value",
}  # fmt: skip


def no_rule_fits(case: Case):
    return Found("error", case.error_line, {"kind": case.kind})


RULES = (blank_left, module_that_is_not_here, name_that_is_not_there, by_kind, no_rule_fits)
