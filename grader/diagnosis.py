"""What a beginner's error message is about, in plain words.

The kinds of mistakes are those that studies of novices count most often (unclosed quotes and brackets,
names that differ by a letter or a capital, text without quotes, lines that start too far right).
"""

from __future__ import annotations

import builtins
import difflib
import keyword
import re
from collections.abc import Callable
from dataclasses import dataclass

from exercises import BLANK

from .outcome import ProgramError


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What is going on: a name for it, a sentence or two for the learner, and the line it is about."""

    slug: str
    message: str
    line: int | None = None


LONGEST_LINE = 400
"""Characters of a line that are looked at."""

_NAMES = sorted({*dir(builtins), *keyword.kwlist})
_NOT_HERE = {
    "socket": "the network", "ssl": "the network", "urllib": "the network", "http": "the network",
    "requests": "the network", "threading": "threads", "multiprocessing": "other processes",
    "subprocess": "other programs", "asyncio": "an event loop", "tkinter": "windows", "turtle": "windows",
    "ctypes": "the machine itself", "webbrowser": "the network", "signal": "the machine itself",
}  # fmt: skip
_OWN_MISTAKES = {
    "NameError", "SyntaxError", "IndentationError", "TabError", "TypeError", "ValueError", "IndexError", "KeyError",
    "ZeroDivisionError",
}  # fmt: skip


def diagnose(code: str, error: ProgramError) -> Diagnosis:
    """Say what an error message is about. Never raises: what is not known gets a general sentence."""
    lines = code.splitlines()
    line = lines[error.line - 1][:LONGEST_LINE] if error.line and error.line <= len(lines) else ""
    if BLANK in line and error.kind in ("NameError", "SyntaxError"):
        return Diagnosis("blank-left", f"There is still a blank, {BLANK}. Put your answer in its place.", error.line)
    if missing := _module_not_here(code, error):
        return Diagnosis("not-here", missing, error.line)
    if error.kind == "NameError":
        slug, message = _about_name(error.name, line, code)
    elif error.kind in ("IndentationError", "TabError"):
        slug, message = _about_indent(error.message)
    elif error.kind == "SyntaxError":
        slug, message = _about_grammar(error.message, line)
    else:
        slug, message = _about_run(error, line)
    return Diagnosis(slug, message, error.line)


def _module_not_here(code: str, error: ProgramError) -> str | None:
    imported = set(re.findall(r"^[ \t]*(?:import|from)[ \t]+([A-Za-z_]\w*)", code, re.MULTILINE)) & set(_NOT_HERE)
    if imported and error.kind not in _OWN_MISTAKES:
        name = min(imported)
        return f"The module {name} needs {_NOT_HERE[name]}. Programs in this tutor can't use that."
    if error.kind == "ModuleNotFoundError":
        return f"Python has no module called {error.name} here. Look at the spelling after import."
    return None


def _about_name(name: str, line: str, code: str) -> tuple[str, str]:
    small = name.lower()
    if name != small and (hasattr(builtins, small) or keyword.iskeyword(small)):
        return "capital-letter", f"Capital letters matter in Python. Write {small}, all in small letters."
    if small in ("true", "false", "none"):
        return "true-false", f"In Python this word starts with a capital: {name.capitalize()}."
    if line.strip() == name:
        return (
            "stray-text",
            f"Python looked for something called {name}. If this is a note for people, start it with #.",
        )
    own = [
        word
        for word in set(re.findall(r"^[ \t]*([A-Za-z_]\w{0,40})[ \t]*=", code[:20_000], re.MULTILINE))
        if word != name
    ]
    close = difflib.get_close_matches(name, [*own, *_NAMES], n=1, cutoff=0.7)
    if close and (close[0] in own or re.search(rf"\b{re.escape(name)}\s*\(", line)):
        return "misspelled-name", f"Python does not know {name}. Did you mean {close[0]}? Look at the spelling."
    if re.search(rf"[(,+]\s*{re.escape(name)}\s*[),+]", line):
        return "no-quotes", f'Python looked for a name called {name}. If it is text, it needs quotes: "{name}".'
    return (
        "unknown-name",
        f"Python does not know the name {name}. Look at its spelling, and whether a line above makes it.",
    )


def _about_indent(message: str) -> tuple[str, str]:
    if "expected an indented block" in message:
        return "indent", "The line after a colon starts 4 spaces further right. Put 4 spaces before this line."
    if "unindent" in message:
        return "indent", "This line does not line up with the lines above. Start it in the same column as one of them."
    return "indent", "This line has spaces at its start. Take them out, so that it starts at the left edge."


def _about_grammar(message: str, line: str) -> tuple[str, str]:
    for pattern, decide in _GRAMMAR:
        if pattern.search(message) and (found := decide(line)):
            return found
    return (
        "syntax",
        "Python can't read this line. Look for a missing quote, bracket, comma or colon, here or one line above.",
    )


def _bare_words(line: str) -> bool:
    return bool(re.fullmatch(r"\s*[A-Za-z][\w'-]*([ ,]+[\w'-]+)+[.!?]?\s*", line)) and not re.match(
        r"\s*(print|import|from|for|while|if|def|return)\b", line
    )


_QUOTE_INSIDE = (
    "quote-inside",
    "A quote inside the text ends it too early. Use one kind around the text and the other inside.",
)


def _ends_early(line: str) -> bool:
    """Whether the first text of a line is closed and goes on with a letter, as in 'It's late'."""
    return bool(re.match(r"[^\"']*([\"'])(?:(?!\1).)*\1[A-Za-z]", line))


def _about_quotes(line: str) -> tuple[str, str]:
    bare = re.sub(r"\\.", "", line)
    quote = next((letter for letter in bare if letter in "\"'"), '"')
    other = "'" if quote == '"' else '"'
    if _ends_early(bare):
        return _QUOTE_INSIDE
    if re.search(rf"{other}\s*\)?\s*$", bare):
        return (
            "mixed-quotes",
            "The text starts with one kind of quote and ends with another. Use the same kind on both sides.",
        )
    if re.search(rf"{quote}\s*\)?\s*$", bare):
        return "open-quote", f"The text ends with a quote but does not start with one. Add {quote} before the text."
    return "open-quote", f"The text starts with a quote but does not end with one. Add {quote} where the text ends."


_WRONG_BRACKETS = ("wrong-brackets", "print needs round brackets, ( and ). Change the brackets on this line.")


def _about_plain_syntax(line: str) -> tuple[str, str] | None:
    if re.match(r"\s*print\s*[\"'\w]", line, re.IGNORECASE) and "(" not in line:
        return _no_brackets(line)
    if re.search(r"\b(print|input)\s*[\[{]", line):
        return _WRONG_BRACKETS
    if re.search(r"\)\s*print\b", line):
        return "two-on-one-line", "There are two steps on this line. Put each step on a line of its own."
    if _bare_words(line):
        return "stray-text", "This line is words, not Python. To keep it as a note for people, start it with #."
    if _ends_early(re.sub(r"\\.", "", line)):
        return _QUOTE_INSIDE
    if re.search(r"\(\s*[A-Za-z][\w ,.!?-]*\)", line) and '"' not in line and "'" not in line:
        return "no-quotes", 'Text needs quotes around it, like print("Good morning").'
    return None


def _no_brackets(line: str) -> tuple[str, str]:
    if re.match(r"\s*print\s*[\[{]", line):
        return _WRONG_BRACKETS
    if not re.match(r"\s*print\b", line):
        return "capital-letter", "Capital letters matter in Python. Write print in small letters, then round brackets."
    return "no-brackets", 'print needs round brackets around the text, like print("Hello").'


def _about_character(line: str) -> tuple[str, str]:
    if re.search("[\u2018\u2019\u201c\u201d\u00ab\u00bb\u201e]", line):
        return "curly-quotes", 'These are curly quotes. Python needs straight ones. Delete them and type " again.'
    return "odd-character", "There is a character on this line that Python can't read. Delete it and type it again."


def _about_opening(line: str) -> tuple[str, str]:
    if re.search(r"\b(print|input)\s*[\[{]", line):
        return _WRONG_BRACKETS
    if re.search(r"#.*\)", line):
        return "open-bracket", "Python skips all that stands after #, the ) too. Put the ) before the #."
    return "open-bracket", "A bracket is opened on this line but not closed. Add ) at the end."


def _fixed(slug: str, message: str) -> Callable[[str], tuple[str, str]]:
    return lambda line: (slug, message)


_GRAMMAR: tuple[tuple[re.Pattern[str], Callable[[str], tuple[str, str] | None]], ...] = (
    (re.compile(r"[Mm]issing parentheses"), _no_brackets),
    (re.compile(r"unterminated"), _about_quotes),
    (re.compile(r"invalid (non-printable )?character"), _about_character),
    (re.compile(r"was never closed"), _about_opening),
    (
        re.compile(r"does not match opening"),
        _fixed("wrong-brackets", "The brackets do not match. What opens with ( must close with )."),
    ),
    (
        re.compile(r"unmatched"),
        _fixed("extra-bracket", "There is one closing bracket too many on this line. Take it out."),
    ),
    (re.compile(r"expected ':'"), _fixed("missing-colon", "This line needs a colon : at its end.")),
    (re.compile(r""), _about_plain_syntax),
    (
        re.compile(r"forgot a comma"),
        _fixed("missing-comma", "There may be a comma missing on this line. Put a comma between two values."),
    ),
    (
        re.compile(r"Maybe you meant '=='|cannot assign"),
        _fixed("equals", "One = gives a name to a value: the name goes on the left. To compare, write ==."),
    ),
)


def _about_run(error: ProgramError, line: str) -> tuple[str, str]:
    if error.kind == "TypeError" and re.search(r"concatenate str|for \+: '(int|float|str)' and", error.message):
        return (
            "text-plus-number",
            "You can't add text and a number with +. Use a comma in print, or turn one into the other.",
        )
    if error.kind == "TypeError" and "not subscriptable" in error.message and re.search(r"\bprint\s*\[", line):
        return _WRONG_BRACKETS
    if error.kind == "ValueError" and "invalid literal for int" in error.message:
        return "not-a-number", "int() got text that is not a whole number. Look at what was typed."
    return _RUN.get(
        error.kind, ("error", f"Python stopped with {error.kind}. Read its last line: it says what happened.")
    )


_RUN = {
    "ZeroDivisionError": ("zero-division", "The program divides by 0, which has no answer. Look at what is under the line."),
    "IndexError": ("index", "The program asks for a place that is not there. Places count from 0."),
    "KeyError": ("key", "The program looks up a key that is not there. Look at its spelling."),
    "AttributeError": ("attribute", "The word after the dot does not belong to this value. Look at its spelling."),
    "EOFError": ("asks-too-often", "The program calls input() more often than there are answers. Look at how many it needs."),
    "RecursionError": ("endless-calls", "A function calls itself without end. It needs a case where it stops."),
    "UnboundLocalError": ("unbound", "This name gets its value later in the function. Give it one before this line."),
    "FileNotFoundError": ("no-file", "There is no file of that name here. Look at its spelling."),
    "OSError": ("file", "This file can't be used here. Files of an exercise can be read, not changed."),
    "PermissionError": ("file", "This file can't be used here. Files of an exercise can be read, not changed."),
    "TypeError": ("type", "A value of this kind does not fit here. Python's last line says which."),
    "ValueError": ("value", "A value is of the right kind, but does not fit here. Python's last line says which."),
}  # fmt: skip
