"""Import every module a learner may use: what is not imported when the component is built is not there."""

import importlib
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
_strptime _pydatetime _pydecimal _pyio __future__
""".split()


def load() -> list[str]:
    """Import them all; the names of those this build of Python lacks."""
    missing = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in MODULES:
            try:
                importlib.import_module(name)
            except ImportError:
                missing.append(name)
    return missing
