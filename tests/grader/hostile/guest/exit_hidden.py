# verdict: not_yet, crashed
# as: call
import builtins

builtins.SystemExit = builtins.BaseException = KeyError


def attack():
    raise SystemExit(0)
