"""Messages of Python that say one thing only: the name is in the message itself."""

import re

from ..case import Case, Found

_SAYS = (
    (r"default 'except:' must be last", "bare-except-first"),
    (r"multiple exception types must be parenthesized", "except-brackets"),
    (r"cannot use except statement with", "except-name"),
    (r"cannot use \w+ as import target|cannot use .* as import target", "import-as"),
    (r"cannot use assignment expressions with", "walrus"),
    (r"positional (argument|patterns?) follows? keyword", "named-first"),
    (r"positional argument follows keyword argument unpacking", "named-first"),
    (r"keyword argument repeated: (?P<name>\w+)", "named-twice"),
    (r"expression cannot contain assignment", "named-not-a-name"),
    (r"expected argument value expression", "named-empty"),
    (r"without a default follows", "default-first"),
    (r"duplicate (?:parameter|argument|type parameter) '(?P<name>\w+)'", "same-parameter"),
    (r"expected default value expression", "default-empty"),
    (
        r"argument must precede /|must be ahead of|expected comma between / and|must follow bare \*|may appear only once|cannot follow var-|bare \* has associated|var-(positional|keyword) \w+ cannot have",
        "star-parameter",
    ),
    (r"cannot have both 'except' and 'except\*'", "except-star"),
    (r"assignment to yield expression|only single target .* can be annotated", None),
    (r"cannot use .* as (a target|pattern target)", "case-names"),
    (r"iterable argument unpacking follows", "star-outside"),
    (r"parameters cannot be parenthesized", "parameter-value"),
    (r"':' expected after dictionary key", "dict-colon"),
    (r"expression expected after dictionary key", "dict-value"),
    (r"cannot use a starred expression in a dictionary value|dict unpacking cannot be used", "star-outside"),
    (r"'(?P<word>return|yield|yield from)' outside function", "return-outside"),
    (r"'(?P<word>break|continue)' (outside loop|not properly in loop)", "break-outside"),
    (r"'(?P<word>break|continue|return)' cannot appear in an except\*", "break-outside"),
    (r"'await' outside|'async (for|with)' outside|asynchronous comprehension outside", "await-outside"),
    (r"name '(?P<name>\w+)' is (assigned to|used) (before|prior to) (?P<word>global|nonlocal)", "global-late"),
    (r"name '(?P<name>\w+)' is parameter and (?P<word>global|nonlocal)", "global-parameter"),
    (r"nonlocal declaration not allowed at module level", "nonlocal-none/outside"),
    (r"no binding for nonlocal '(?P<name>\w+)'", "nonlocal-none"),
    (r"name '(?P<name>\w+)' is nonlocal and global", "global-parameter"),
    (r"annotated name '(?P<name>\w+)' can't be (?P<word>global|nonlocal)", "global-annotated"),
    (r"trailing comma not allowed", "import-comma"),
    (r"import \* only allowed at module level", "import-star"),
    (r"from __future__ imports must occur at the beginning|not a chance|future feature", "future-late"),
    (r"leading zeros in decimal", "leading-zero"),
    (r"invalid digit '(?P<digit>\w)' in (?P<base>\w+) literal", "number-base"),
    (r"invalid (hexadecimal|octal|binary) literal", "number-base/empty"),
    (r"cannot delete ", "del-what"),
    (
        r"starred (expression|assignment target)|Invalid star expression|iterable unpacking cannot|star-expressions in assignment",
        "star-outside",
    ),
    (r"Generator expression must be parenthesized", "generator-brackets"),
    (r"parentheses around the comprehension target", "comprehension-brackets"),
    (r"name capture '(?P<name>\w+)' makes remaining|wildcard makes remaining", "case-order"),
    (
        r"multiple assignments to name '(?P<name>\w+)' in pattern|alternative patterns bind different names",
        "case-names",
    ),
    (r"bytes can only contain ASCII", "bytes-text"),
    (r"cannot mix bytes and nonbytes", "bytes-text"),
    (r"prefixes are incompatible", "text-prefix"),
    (r"too many nested parentheses|nested too deeply", "too-deep"),
    (r"illegal expression for augmented assignment", None),
    (r"cannot assign to ", None),
)


def plain_message(case: Case):
    for pattern, slug in _SAYS:
        if said := re.search(pattern, case.message):
            if slug is None:
                return _about_the_left_side(case)
            fields = {name: text for name, text in said.groupdict().items() if text}
            if slug in ("case-order", "case-names"):
                fields = {}
            return Found(slug, case.error_line, fields)
    return None


_LEFT = (
    (r"attribute here", "equals"),
    (r"(assign to|with|^)\s*'?function call", "call-on-left"),
    (r"function call|await", "call-on-left"),
    (r"True|False|None|__debug__|ellipsis|Ellipsis", "true-on-left"),
    (r"literal|f-string|set display|dict", "value-on-left"),
)


def _about_the_left_side(case: Case):
    line = case.line.strip()
    if line.startswith("for "):
        return Found("loop-name", case.error_line)
    if line.startswith("with "):
        return Found("with-name", case.error_line)
    if re.search(r"[{,]\s*(\"[^\"]*\"|'[^']*'|\w+)\s*=[^=]", line) and "{" in line:
        return Found("dict-colon/equals", case.error_line)
    if found := re.search(r"\b(True|False|None)\s*=", line):
        return Found("true-on-left", case.error_line, {"word": found[1]})
    if re.match(r"[A-Za-z_]\w*(-[A-Za-z_]\w*)+\s*=[^=]", line):
        dashed = line.split("=")[0].strip()
        return Found("dash-in-name", case.error_line, {"name": dashed, "right": dashed.replace("-", "_")})
    if "@" in line.split("=")[0]:
        return Found("sign-in-name", case.error_line, {"sign": "@"})
    for pattern, slug in _LEFT:
        if re.search(pattern, case.message) and slug != "true-on-left":
            return Found(slug, case.error_line)
    return Found("sum-on-left", case.error_line)
