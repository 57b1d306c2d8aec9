"""The same, without asking for ctypes first."""


def target():
    return 0


def forge(*args):
    return eval(target.__code__.replace(co_code=bytes([82, 255, 100, 3, 36, 0] * 20), co_consts=(), co_stacksize=1))
