"""Starts interpreters, threads and processes to work from behind."""
import importlib


def start():
    for name, call in (
        ("_interpreters", lambda module: module.create()),
        ("_thread", lambda module: module.start_new_thread(start, ())),
        ("subprocess", lambda module: module.run(["true"])),
        ("os", lambda module: module.fork()),
        ("os", lambda module: module.execv("/bin/true", ["true"])),
        ("socket", lambda module: module.socket()),
        ("ctypes", lambda module: module.CDLL(None)),
        ("_testcapi", lambda module: module.crash_no_current_thread()),
    ):
        try:
            call(importlib.import_module(name))
        except BaseException:
            pass


def forge(*args):
    start()
    return 0


start()
