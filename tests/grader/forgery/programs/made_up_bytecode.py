"""Runs code that no compiler made, to break Python itself."""
import ctypes  # noqa: F401  not there, which is fine too


def forge(*args):
    code = forge.__code__.replace(co_code=bytes([100, 255] * 40), co_consts=(), co_stacksize=0)
    return eval(code)
