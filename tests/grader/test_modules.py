"""Modules of Python in the sandbox: those for learners work, the others work too or get a sentence that says why not."""

import pytest

from grader import LANGUAGES, Ending, explain, run

PUBLIC = "import sys\nprint(*sorted(name for name in sys.stdlib_module_names if not name.startswith('_')))"

GROUPS = {
    "no-network": "ftplib imaplib mailbox netrc poplib smtplib ssl webbrowser wsgiref xmlrpc antigravity",
    "no-programs": "compileall ensurepip multiprocessing pty venv zipapp",
    "no-windows": "idlelib tkinter turtle turtledemo winsound",
    "no-machine": "ctypes fcntl grp mmap msvcrt nt pwd resource syslog winreg",
    "no-keys": "curses readline termios tty",
    "no-packing": "bz2 dbm lzma",
    "no-insides": "pickletools sre_constants sre_parse this",
}
EXPECTED = {name: slug for slug, names in GROUPS.items() for name in names.split()}


def names_of_modules(sandbox) -> list[str]:
    return run(sandbox, PUBLIC).output.split()


def test_each_public_module_works_or_gets_the_sentence_of_its_group(sandbox):
    names = names_of_modules(sandbox)
    assert len(names) > 180
    stopped = {}
    for name in names:
        code = f"import {name}\nprint('here')"
        outcome = run(sandbox, code)
        if outcome.ending is Ending.FINISHED and outcome.output.strip() == "here":
            continue
        for language in LANGUAGES:
            said = explain(sandbox, code, outcome, language)
            assert said.line == 1
            assert name in said.message
            stopped[name] = said.slug
    assert stopped == {name: slug for name, slug in EXPECTED.items() if name in names}


WORKING = {
    "math": ("import math\nprint(math.sqrt(16), math.floor(2.7))", "4.0 2"),
    "random": ("import random\nrandom.seed(1)\nn = random.randint(1, 6)\nprint(1 <= n <= 6)", "True"),
    "statistics": ("import statistics\nprint(statistics.median([3, 1, 2]))", "2"),
    "datetime": ("import datetime\nprint(datetime.date(2024, 2, 28) + datetime.timedelta(days=2))", "2024-03-01"),
    "calendar": (
        "import calendar\nprint(calendar.monthrange(2024, 2)[1], len(calendar.month(2024, 2)) > 50)",
        "29 True",
    ),
    "json": ("import json\nprint(json.loads(json.dumps({'a': [1, None]})))", "{'a': [1, None]}"),
    "csv": ("import csv\nprint(list(csv.DictReader(['a,b', '1,2'])))", "[{'a': '1', 'b': '2'}]"),
    "string": (
        "import string\nprint(string.Template('Hi $name').substitute(name='Ana'), string.digits)",
        "Hi Ana 0123456789",
    ),
    "textwrap": ("import textwrap\nprint(textwrap.fill('one two', 4))", "one\ntwo"),
    "collections": ("from collections import Counter\nprint(Counter('aab').most_common(1))", "[('a', 2)]"),
    "itertools": ("import itertools\nprint(list(itertools.pairwise([1, 2, 3])))", "[(1, 2), (2, 3)]"),
    "functools": ("import functools\nprint(functools.reduce(lambda a, b: a * b, [2, 3, 4]))", "24"),
    "decimal": ("from decimal import Decimal\nprint(Decimal('0.1') + Decimal('0.2'))", "0.3"),
    "fractions": ("from fractions import Fraction\nprint(Fraction(1, 3) + Fraction(1, 6))", "1/2"),
    "pathlib": ("from pathlib import Path\nPath('a.txt').write_text('hi')\nprint(Path('a.txt').read_text())", "hi"),
    "html": ("import html\nprint(html.escape('<b>'), html.unescape('&eacute;'))", "&lt;b&gt; é"),
    "html.parser": (
        "from html.parser import HTMLParser\nclass P(HTMLParser):\n    def handle_data(self, data):\n        print(data)\nP().feed('<b>hi</b>')",
        "hi",
    ),
    "sqlite3": (
        "import sqlite3\ndb = sqlite3.connect(':memory:')\ndb.execute('create table t (n)')\ndb.execute('insert into t values (?)', (5,))\nprint(db.execute('select n from t').fetchall())",
        "[(5,)]",
    ),
    "difflib": ("import difflib\nprint(difflib.get_close_matches('aple', ['apple', 'pear']))", "['apple']"),
    "unittest": (
        "import unittest\nclass T(unittest.TestCase):\n    def test_sum(self):\n        self.assertEqual(1 + 1, 2)\nresult = unittest.main(exit=False, argv=['x']).result\nprint(result.wasSuccessful(), result.testsRun)",
        "True 1",
    ),
    "time": (
        "import time\nstart = time.monotonic()\nprint(time.monotonic() >= start, time.strftime('%Y', time.gmtime(0)))",
        "True 1970",
    ),
    "re": ("import re\nprint(re.findall(r'\\d+', 'a1b22'))", "['1', '22']"),
}


@pytest.mark.parametrize("name", WORKING)
def test_a_module_for_learners_works(sandbox, name):
    code, wanted = WORKING[name]
    outcome = run(sandbox, code)
    assert outcome.error is None, outcome.error
    assert outcome.output.strip() == wanted


STOPPED = [
    ("import socket\nsocket.socket()", "no-network"),
    ("from socket import socket\ns = socket()", "no-network"),
    ("import urllib.request\nurllib.request.urlopen('http://example.org')", "no-network"),
    ("import http.client\nhttp.client.HTTPConnection('example.org').request('GET', '/')", "no-network"),
    ("import socketserver\nsocketserver.TCPServer(('', 80), None)", "no-network"),
    ("import requests", "module-extra"),
    ("import os\nos.system('ls')", "no-programs"),
    ("from os import system\nsystem('ls')", "no-programs"),
    ("import os\nos.popen('ls')", "no-programs"),
    ("import os\nos.execv('/bin/ls', ['ls'])", "no-programs"),
    ("import os\nos.spawnlp(0, 'ls')", "no-programs"),
    ("import os\nos.fork()", "no-programs"),
    ("import os\nos.kill(1, 9)", "no-programs"),
    ("import os\nprint(os.getlogin())", "no-machine"),
    ("import os\nprint(os.get_terminal_size())", "no-keys"),
    ("import subprocess\nsubprocess.run(['ls'])", "no-programs"),
    ("from subprocess import run\nrun(['ls'])", "no-programs"),
    ("from multiprocessing import Process\nProcess(target=print).start()", "no-programs"),
    ("import threading\nthreading.Thread(target=print).start()", "no-threads"),
    ("from threading import Thread\nt = Thread(target=print)\nt.start()", "no-threads"),
    ("import threading\nthreading.Timer(1, print).start()", "no-threads"),
    ("from concurrent.futures import ThreadPoolExecutor", "no-threads"),
    ("import concurrent.futures\nconcurrent.futures.ThreadPoolExecutor()", "no-threads"),
    ("import asyncio\nasync def main():\n    print('Hi')\nasyncio.run(main())", "no-event-loop"),
    ("import signal\nsignal.alarm(1)", "no-machine"),
    ("import turtle as t\nt.forward(10)", "no-windows"),
    ("import shelve\nshelve.open('a')", "no-packing"),
]


@pytest.mark.parametrize(("code", "slug"), STOPPED)
def test_what_can_not_work_here_gets_a_sentence(sandbox, code, slug):
    outcome = run(sandbox, code)
    assert outcome.ending is Ending.RAISED, outcome
    for language in LANGUAGES:
        said = explain(sandbox, code, outcome, language)
        assert said.slug == slug, (said, outcome.error)
        assert said.what
        assert said.why
        assert said.to_try


def test_an_error_of_the_program_itself_is_not_put_down_to_a_module(sandbox):
    for code, slug in [
        ("import socket\nprint(totl)", "no-quotes"),
        ("import threading\nprint('5' + 5)", "text-plus-number"),
        ("import os\nprint(os.pathh)", "module-misspelled"),
        ("import asyncio\nopen('nothing.txt')", "no-file"),
        ("import subprocess\nraise OSError('no')", "own-error"),
    ]:
        said = explain(sandbox, code, run(sandbox, code))
        assert said.slug == slug, said
