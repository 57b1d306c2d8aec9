"""Values of the right kind that do not fit: text that is no number, errors the program raises itself, files."""

import ast
import re

from .case import Case, Found
from .sources import FUNCTIONS, from_input, is_call, on_line


def text_that_is_no_number(case: Case):
    """`int("12.5")`, `int("")`, `float("$5")`."""
    if case.kind != "ValueError":
        return None
    found = re.search(r"invalid literal for int\(\) with base (\d+): (.*)", case.message, re.DOTALL)
    if found and found[1] == "10":
        return _about_text(case, "int", _unquoted(found[2]))
    if found:
        return Found("other-base", case.error_line, {"base": found[1]})
    found = re.search(r"could not convert string to float: (.*)", case.message, re.DOTALL)
    return _about_text(case, "float", _unquoted(found[1])) if found else None


def _unquoted(text: str) -> str:
    return text[1:-1] if len(text) >= 2 and text[0] == text[-1] and text[0] in "'\"" else text


def _about_text(case: Case, name: str, text: str):
    fields = {"name": name, "text": text[:16]}
    if not text.strip():
        return Found("empty-as-number", case.error_line, fields)
    if re.fullmatch(r"\s*[-+]?\d*\.\d*\s*", text) and text.strip() != ".":
        return Found("not-a-number/decimal", case.error_line, fields)
    if len(text.split()) > 1 and all(re.fullmatch(r"[-+]?\d+(\.\d+)?", part) for part in text.split()):
        return Found("two-numbers", case.error_line, fields)
    if re.fullmatch(r"\s*[$€£]?\s*[-+]?\d[\d,. ]*\s*[%$€£]?\s*", text):
        return Found("not-a-number/sign", case.error_line, fields)
    for call in on_line(case, ast.Call):
        if is_call(call, name) and call.args and not from_input(case, call.args[0]):
            return Found("not-a-number/text", case.error_line, fields)
    return Found("not-a-number", case.error_line, fields)


def error_of_the_program_itself(case: Case):
    """`raise` on the line of the message, or a kind of error the program makes."""
    raised = [node for node in case.all(ast.Raise) if node.lineno == case.error_line]
    own = any(node.name == case.kind for node in case.all(ast.ClassDef))
    if (raised and case.kind not in ("NotImplementedError", "NameError", "TypeError")) or own:
        return Found("own-error", case.error_line, {"kind": case.kind})
    return None


def file_that_is_not_there(case: Case):
    """A file that can't be read, or one that can't be made here."""
    opens = [call for call in on_line(case, ast.Call) if is_call(call, "open")]
    makes = any(_writes(call) for call in opens) or re.search(
        r"\.(write_text|write_bytes|mkdir|touch)\(|\b(mkdir|makedirs|remove|rename)\(", case.line
    )
    found = re.search(r": '([^']*)'", case.message)
    fields = {"name": found[1].rsplit("/", 1)[-1] if found else "..."}
    if case.kind in (
        "FileNotFoundError",
        "PermissionError",
        "OSError",
        "FileExistsError",
        "IsADirectoryError",
        "NotADirectoryError",
    ):
        if makes:
            return Found("no-new-file", case.error_line, fields)
        return Found("no-file" if case.kind == "FileNotFoundError" else "file", case.error_line, fields)
    if case.kind == "UnsupportedOperation":
        return Found("file-mode", case.error_line)
    return None


def _writes(call) -> bool:
    modes = [*call.args[1:2], *[word.value for word in call.keywords if word.arg == "mode"]]
    return any(isinstance(mode, ast.Constant) and str(mode.value)[:1] in ("w", "a", "x") for mode in modes)


def calls_without_end(case: Case):
    """A function that calls itself, by name."""
    if case.kind != "RecursionError":
        return None
    around = [node for node in case.all(*FUNCTIONS) if node.lineno <= (case.error_line or 0) <= (node.end_lineno or 0)]
    return Found("endless-calls/own", around[-1].lineno, {"name": around[-1].name}) if around else None


def kind_of_the_error(case: Case):
    """What is left: sentences that fit every error of a kind."""
    slugs = {
        "TypeError": "type", "ValueError": "value", "AttributeError": "attribute", "IndexError": "index",
        "KeyError": "key-missing", "OSError": "file", "PermissionError": "file", "UnboundLocalError": "unbound",
    }  # fmt: skip
    slug = slugs.get(case.kind)
    fields = {"kind": "", "name": case.name or "..."} if slug == "attribute" else {"key": case.message[:24]}
    return Found(slug, case.error_line, fields) if slug else None


def input_in_a_function(case: Case):
    """A function that a check gives its values, and that asks for them by `input()`."""
    if case.kind != "EOFError" or case.check is None or case.check.kind not in ("call", "test"):
        return None
    for made in case.all(*FUNCTIONS):
        if made.args.args and made.lineno <= (case.error_line or 0) <= (made.end_lineno or 0):
            return Found("input-in-function", case.error_line, {"function": made.name})
    return None


def any_error(case: Case):
    """The general sentence."""
    if case.kind == "MemoryError":
        return None
    return Found("error", case.error_line, {"kind": case.kind})
