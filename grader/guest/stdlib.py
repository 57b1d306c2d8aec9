"""Import every module a learner may use: what is not imported when the component is built is not there."""

import importlib
import pkgutil
import warnings

MODULES = """
abc argparse array ast base64 binascii bisect builtins calendar cmath code codecs collections collections.abc
colorsys configparser contextlib contextvars copy csv dataclasses datetime decimal difflib dis
doctest email email.message enum errno fnmatch fractions functools gc getopt glob graphlib
hashlib heapq hmac html html.entities html.parser importlib importlib.util importlib.metadata importlib.resources
inspect io itertools json json.decoder json.encoder json.tool keyword linecache locale logging marshal math mimetypes
numbers operator os os.path pathlib pickle pkgutil pprint queue random re reprlib
runpy sched secrets shlex shutil sqlite3 stat statistics string stringprep struct symtable sys sysconfig
tabnanny tempfile textwrap threading time timeit token tokenize trace traceback tracemalloc types typing
unicodedata unittest unittest.case unittest.loader unittest.main unittest.mock unittest.runner unittest.suite unittest.util
uuid warnings weakref xml.etree.ElementTree zipfile zlib zoneinfo
encodings encodings.ascii encodings.utf_8 encodings.latin_1 encodings.cp1252 encodings.utf_16 encodings.utf_8_sig encodings.idna
_strptime _pydatetime _pydecimal _pyio _pylong _ast_unparse _colorize _markupbase _compat_pickle _sitebuiltins
_threading_local _weakrefset _opcode_metadata _py_abc annotationlib bdb cmd code codeop cProfile filecmp fileinput
getpass gettext linecache modulefinder nturl2path opcode optparse pdb plistlib posixpath profile pstats py_compile pyclbr
pydoc pydoc_data.topics rlcompleter gzip shelve sre_compile tarfile tomllib tty wave xml.dom.minidom __future__
""".split()

PACKAGES = "collections email encodings html importlib json logging pathlib re sqlite3 string sysconfig unittest xml zipfile zoneinfo".split()
"""Imported with all that is in them: functions of the standard library import the rest when they are called."""


def load() -> list[str]:
    """Import them all; the names of those this build of Python lacks."""
    missing = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in [*MODULES, *_inside()]:
            try:
                importlib.import_module(name)
            except Exception:
                missing.append(name)
    return missing


def _inside() -> list[str]:
    found = []
    for name in PACKAGES:
        package = importlib.import_module(name)
        path = getattr(package, "__path__", ())
        found += [
            module.name for module in pkgutil.walk_packages(path, f"{name}.") if not module.name.endswith("__main__")
        ]
    return found
