"""Programs that try to get through the walls. Run on a Python without walls, every one of them does.

A way is a piece of code that raises an error unless it gets through. `CANARY` is the path of a file outside,
`SECRET` what is in it, `NAME` the name of an environment variable that holds the same secret.
"""

from __future__ import annotations

OWN_FILE = "its own file"
"""A way that must get through, or else the program did not try at all."""

NETWORK = {
    "a socket for addresses of version 4": "import socket; socket.socket(socket.AF_INET, socket.SOCK_STREAM)",
    "a socket for addresses of version 6": "import socket; socket.socket(socket.AF_INET6, socket.SOCK_STREAM)",
    "a socket for single packets": "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)",
    "a socket for raw packets": "import socket; socket.socket(socket.AF_INET, socket.SOCK_RAW, 1)",
    "a socket of this computer": "import socket; socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)",
    "a pair of sockets": "import socket; socket.socketpair()",
    "the sockets' inner module": "import _socket; _socket.socket(2, 1, 0)",
    "any other kind of socket": """
import socket
made = []
for family in range(1, 46):
    for kind in (1, 2, 3, 5):
        try:
            made.append(socket.socket(family, kind))
        except OSError:
            pass
assert made""",
    "waiting for a call and calling itself": """
import socket
server = socket.socket()
server.bind(("127.0.0.1", 0))
server.listen()
socket.create_connection(server.getsockname(), 1).sendall(b"x")
assert server.accept()[0].recv(1) == b"x\"""",
    "a packet to this computer": """
import socket
assert socket.socket(type=socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", 9)) == 1""",
    "looking up an address": 'import socket; assert socket.getaddrinfo("127.0.0.1", 80)',
    "looking up a name": 'import socket; assert socket.gethostbyname("localhost")',
    "an event loop": "import asyncio; asyncio.new_event_loop()",
}

READING = {
    "its full name": "assert open(CANARY).read() == SECRET",
    "its full name, by the system's own call": """
import os
assert os.read(os.open(CANARY, os.O_RDONLY), 100).decode() == SECRET""",
    "many folders up": "assert open('../' * 40 + CANARY.lstrip('/')).read() == SECRET",
    "up from the own folder": "assert open('/work/' + '../' * 40 + CANARY.lstrip('/')).read() == SECRET"
    " if __import__('os').path.exists('/work') else open(CANARY)",
    "a link to it": """
import os
os.symlink(CANARY, "link")
assert open("link").read() == SECRET""",
    "a link that goes up": """
import os
os.symlink("../" * 40 + CANARY.lstrip("/"), "up")
assert open("up").read() == SECRET""",
    "a link to everything": """
import os
os.symlink("/", "all")
assert open("all/" + CANARY.lstrip("/")).read() == SECRET""",
    "a second name for it": """
import os
os.link(CANARY, "second")
assert open("second").read() == SECRET""",
    "moving it here": """
import os
os.rename(CANARY, "moved")
try:
    assert open("moved").read() == SECRET
finally:
    os.rename("moved", CANARY)""",
    "looking at its size": "import os; assert os.stat(CANARY).st_size == len(SECRET)",
    "looking into its folder": "import os; assert os.listdir(os.path.dirname(CANARY))",
    "going to its folder": """
import os
here = os.getcwd()
os.chdir(os.path.dirname(CANARY))
os.chdir(here)""",
    "importing it": """
import os, sys, importlib
sys.path.insert(0, os.path.dirname(CANARY))
importlib.invalidate_caches()
assert importlib.import_module("canary").secret""",
    "as a data base": """
import os, sqlite3
assert sqlite3.connect(os.path.dirname(CANARY) + "/canary.db").execute("select secret from canary").fetchone()""",
    "an archive of its folder": """
import os, shutil
assert os.path.getsize(shutil.make_archive("all-of-it", "zip", os.path.dirname(CANARY))) > 200""",
    "what is at the top": "import os; assert len(os.listdir('/')) > 2",
    "what the system tells": "assert open('/proc/self/status').read()",
    "the system's root": "assert open('/proc/self/root' + CANARY).read() == SECRET",
    "what others have open": "import os; assert os.listdir('/proc/self/fd')",
    "the list of accounts": "assert open('/etc/passwd').read()",
    "a device": "assert len(open('/dev/urandom', 'rb').read(1)) == 1",
}

CHANGING = {
    "its full name": "open(CANARY + '.1', 'w').write('x')",
    "many folders up": "open('../' * 40 + CANARY.lstrip('/') + '.2', 'w').write('x')",
    "a link to it": """
import os
os.symlink(CANARY + ".3", "to-write")
open("to-write", "w").write("x")""",
    "a link to its folder": """
import os
os.symlink(os.path.dirname(CANARY), "folder")
open("folder/canary.4", "w").write("x")""",
    "moving a file there": """
import os
open("mine", "w").write("x")
os.rename("mine", CANARY + ".5")""",
    "a second name there": """
import os
open("mine", "w").write("x")
os.link("mine", CANARY + ".6")""",
    "a folder there": "import os; os.mkdir(CANARY + '.7')",
    "adding to it": "open(CANARY, 'a').write('x')",
    "its rights": "import os; os.chmod(CANARY, 0o604); assert os.stat(CANARY).st_mode & 0o777 == 0o604",
    "its time": "import os; os.utime(CANARY, (1, 1))",
    "the tests of an exercise": """
import os
folder = "/tests" if os.path.isdir("/tests") else "."
open(folder + "/test_it.py", "w").write("x")""",
    "taking it away": "import os; os.remove(CANARY)",
}

ENVIRONMENT = {
    "its name": "import os; assert os.environ[NAME] == SECRET",
    "looking through all": "import os; assert SECRET in os.environ.values()",
    "the system's own list": "import os, posix; assert posix.environ[NAME.encode()]",
    "what the system tells": "assert SECRET in open('/proc/self/environ').read()",
    "a program that prints it": "import os; assert SECRET in os.popen('env').read()",
}

PROCESSES = {
    "a copy of itself": "import os; os.fork() or os._exit(0)",
    "a command": "import os; assert os.system('exit 0') == 0",
    "a command that is read from": "import os; assert os.popen('echo x').read()",
    "a program in its place": """
import os
if os.fork() == 0:
    os.execv("/bin/sh", ["sh", "-c", "exit 0"])""",
    "a new program": "import os; os.posix_spawn('/bin/sh', ['sh', '-c', 'exit 0'], {})",
    "a new program and a pipe": "import subprocess; subprocess.run(['/bin/sh', '-c', 'exit 0'], check=True)",
    "the inner module for programs": """
import _posixsubprocess
assert callable(_posixsubprocess.fork_exec)""",
    "a second worker": """
import multiprocessing
multiprocessing.get_context("fork").Process(target=int).start()""",
    "a signal to another program": "import os; os.kill(os.getppid(), 0)",
    "a signal to all": "import os; os.kill(1, 0)",
    "code of the machine": "import ctypes; ctypes.CDLL(None).getpid()",
}


def trying(ways: dict[str, str], **told: str) -> str:
    """A program that tries every way and prints how many it tried and the names of those that got through."""
    return f"""\
reached = []
ways = {ways!r}
for name, code in ways.items():
    try:
        exec(code, dict({told!r}))
    except BaseException:
        continue
    reached.append(name)
open("mine.txt", "w").write("x")
reached.append({OWN_FILE!r})
print(sum(1 for way in ways), *reached, sep="\\n")
"""


BEGAN, REACHED = "began", "got through"
"""What a program prints that takes more than it may: first the one, and at the end the other if it gets there."""

BOUNDED = f"print({BEGAN!r}, flush=True)\n%s\nprint({REACHED!r})\n"

MEMORY = {
    "many small pieces": "x = []\nfor n in range(1200):\n    x.append(bytearray(1 << 20))",
    "one large piece": "x = bytearray(1 << 30)",
    "text that doubles": "x = 'a'\nwhile len(x) < 1 << 30:\n    x += x",
    "never taking no for an answer": """
x = []
for n in range(1200):
    try:
        x.append(bytearray(1 << 20))
    except MemoryError:
        pass
assert len(x) > 1000""",
}

TIME = {
    "a loop": "for n in range(20_000_000): pass",
    "a loop that catches everything": """
n = 0
while n < 10_000_000:
    try:
        while n < 10_000_000: n += 1
    except BaseException: pass""",
    "one step that takes long": "x = 7 ** (1 << 22)",
    "a sleep without end": "import time\ntime.sleep(10 ** 6)",
    "a sleep in small pieces": "import time\nfor n in range(10 ** 6): time.sleep(1)",
}

WAITING = {"a wait that nobody counts": "import select, sys\nselect.select([], [], [], 30)"}

PRINTING = {
    "printing": "for n in range(200_000): print('x' * 50)",
    "one long line": "print('x' * 10 ** 7)",
    "error messages": "import sys\nfor n in range(200_000): sys.stderr.write('x' * 50)",
    "bytes": "import sys\nfor n in range(2000): sys.stdout.buffer.write(b'\\xff' * 5000)",
}

FILLING = {
    "one large file": "with open('a', 'w') as f:\n    for n in range(400): f.write('x' * 100_000)",
    "many files": "for n in range(20_000): open(f'f{n}', 'w').close()",
    "a hole": "import time\nwith open('a', 'wb') as f:\n    f.truncate(1 << 40)\n    time.sleep(0)\nfor n in range(10 ** 7): pass",
}

DEPTH = {
    "calls in calls": """
import sys
sys.setrecursionlimit(10 ** 7)
def f(n):
    if n: f(n - 1)
f(6_000_000)""",
    "calls in calls by way of the machine's own stack": """
import sys
sys.setrecursionlimit(10 ** 7)
def f(n):
    if n: list(map(f, [n - 1]))
f(50_000)""",
}

LEAVING = {
    "leaving by force": "import os\nos._exit(0)",
    "breaking off": "import os\nos.abort()",
    "leaving by force in a handler": "import os\ntry:\n    1 / 0\nfinally:\n    os._exit(0)",
}

LEAVES = """
import builtins, json, os, sys
builtins.secret = json.secret = "left"
os.environ["SECRET"] = "left"
sys.modules["left"] = json
open("left.txt", "w").write("left")
builtins.len = None
"""
FINDS = {
    "a name": "assert secret",
    "a module": "import json; json.secret",
    "a made-up module": "import left",
    "an environment": "import os; os.environ['SECRET']",
    "a file": "open('left.txt')",
    "another file": "import os; assert [name for name in os.listdir('.') if name != 'mine.txt']",
    "a changed Python": "assert len is None",
}
