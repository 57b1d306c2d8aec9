# verdict: timed_out
# as: call
import builtins


def slow(*_, **__):
    while True:
        pass


def attack():
    return "nothing got out"


builtins.len = builtins.type = builtins.repr = builtins.str = slow
