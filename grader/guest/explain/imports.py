"""Modules that are not there, and parts of modules that can't work inside the sandbox."""

import ast
import difflib
import re
import sys

from .case import Case, Found
from .names import MODULES
from .places import about_module_word
from .sources import bound, names_in, on_line

GROUPS = {
    "no-network": (
        "socket ssl ftplib smtplib poplib imaplib urllib http xmlrpc wsgiref netrc mailbox socketserver select selectors"
        " webbrowser antigravity nntplib telnetlib cgi"
    ),
    "no-programs": "subprocess multiprocessing pty ensurepip venv zipapp compileall",
    "no-threads": "threading concurrent _thread",
    "no-event-loop": "asyncio",
    "no-windows": "tkinter turtle turtledemo idlelib winsound",
    "no-machine": "ctypes mmap fcntl grp pwd resource syslog signal nt winreg msvcrt posix faulthandler",
    "no-keys": "curses termios tty readline getpass",
    "no-packing": "bz2 lzma gzip dbm shelve tarfile tempfile zlib",
    "no-insides": "this pickletools sre_constants sre_parse sre_compile",
}
"""Which modules of Python can't do their work here, by the reason why."""

REASONS = {name: slug for slug, names in GROUPS.items() for name in names.split()}

EXTRAS = frozenset(
    "numpy pandas matplotlib requests pygame scipy sklearn flask django pillow PIL bs4 selenium openpyxl seaborn"
    " torch tensorflow pytest_cov cv2 pyautogui kivy rich textual yaml dotenv dateutil attr pydantic sqlalchemy".split()
)
"""Well-known modules that are no part of Python itself."""

OS_PARTS = {
    "system": "no-programs", "popen": "no-programs", "fork": "no-programs", "startfile": "no-programs", "wait": "no-programs",
    "waitpid": "no-programs", "kill": "no-programs", "killpg": "no-programs", "forkpty": "no-programs", "abort": "no-programs",
    "getlogin": "no-machine", "getuid": "no-machine", "uname": "no-machine", "cpu_count": "no-machine", "nice": "no-machine",
    "getloadavg": "no-machine", "chown": "no-machine", "chroot": "no-machine", "getppid": "no-machine", "sysconf": "no-machine",
    "setuid": "no-machine", "get_terminal_size": "no-keys", "openpty": "no-keys", "pipe": "no-programs",
}  # fmt: skip

_STOPS = (
    "OSError",
    "PermissionError",
    "URLError",
    "RuntimeError",
    "gaierror",
    "timeout",
    "ConnectionError",
    "AttributeError",
)


def module_that_is_not_here(case: Case):
    """An import of a module of Python that can't work here."""
    if case.kind not in ("ModuleNotFoundError", "ImportError"):
        return None
    name = (case.name or "").split(".")[0]
    written = re.search(r"^\s*(?:import|from)\s+([\w.]+)", case.line)
    for part in (name, written[1].split(".")[0] if written else ""):
        if part in REASONS:
            return Found(REASONS[part], case.error_line, {"name": part})
    module = next((one for one in case.all(ast.Attribute) if one.attr.endswith("Executor")), None)
    return Found("no-threads", case.error_line, {"name": "concurrent"}) if module and name == "concurrent" else None


def part_of_a_module_that_can_not_work(case: Case):
    """A socket, a thread, another program or an event loop that the sandbox does not have."""
    if case.kind not in (*_STOPS, "ImportError"):
        return None
    if case.kind == "RuntimeError" and "start new thread" in case.message:
        return Found("no-threads", case.error_line, {"name": "threading"})
    if "does not support processes" in case.message:
        return Found("no-programs", case.error_line, {"name": _module_on_line(case) or "os"})
    if found := re.search(
        r"module '(?:os|posix)' has no attribute '(\w+)'|import name '(\w+)' from '(?:os|posix)'", case.message
    ):
        name = found[1] or found[2]
        slug = OS_PARTS.get(name) or ("no-programs" if name.startswith(("exec", "spawn", "posix_spawn")) else None)
        return Found(slug, case.error_line, {"name": f"os.{name}"}) if slug else None
    module = _module_on_line(case)
    if module in REASONS and case.kind not in ("RuntimeError", "ImportError"):
        return Found(REASONS[module], case.error_line, {"name": module})
    return None


def _module_on_line(case: Case) -> str:
    """The module that the line of the error message works with, or the only one that can't work here."""
    imported = {}
    for node in case.all(ast.Import, ast.ImportFrom):
        for alias in node.names:
            whole = node.module if isinstance(node, ast.ImportFrom) else alias.name
            imported[(alias.asname or alias.name).split(".")[0]] = (whole or "").split(".")[0]
    here = {name for node in on_line(case, ast.Name, ast.Attribute, ast.Call) for name in names_in(node)}
    for name in list(here):
        for one in bound(case, name):
            here |= names_in(one.value) if one.value is not None else set()
    found = [module for name, module in imported.items() if name in here]
    stopped = [module for module in found if module in REASONS]
    if stopped or found:
        return (stopped or found)[0]
    others = sorted({module for module in imported.values() if module in REASONS})
    return others[0] if len(others) == 1 and case.kind != "AttributeError" else ""


def module_in_another_spelling(case: Case):
    """`import maths`, `import Random`, `import numpy`, or a module nobody has."""
    if case.kind != "ModuleNotFoundError":
        return None
    name = (case.name or "").split(".")[0]
    fields = {"name": case.name or name}
    if name in EXTRAS:
        return Found("module-extra", case.error_line, fields)
    if name.lower() in sys.stdlib_module_names and name.lower() not in REASONS and name != name.lower():
        return Found("module-spelling", case.error_line, {**fields, "right": name.lower()})
    known = [*MODULES, "turtle", "tkinter"]
    if name != case.name:
        return Found("module-part", case.error_line, {"name": case.name, "module": name})
    if close := difflib.get_close_matches(name.lower(), known, n=1, cutoff=0.75):
        return Found("module-spelling", case.error_line, {**fields, "right": close[0]})
    return Found("no-such-module", case.error_line, fields)


def name_that_a_module_does_not_have(case: Case):
    """`from math import squareroot`."""
    found = re.search(r"cannot import name '(\w+)' from '([\w.]+)'", case.message)
    if case.kind != "ImportError" or not found:
        return None
    return Found(*about_module_word(case, found[2], found[1]))


RULES = (
    module_that_is_not_here,
    part_of_a_module_that_can_not_work,
    module_in_another_spelling,
    name_that_a_module_does_not_have,
)
