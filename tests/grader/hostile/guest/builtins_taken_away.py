# verdict: crashed, not_yet
# as: call
import builtins


def attack():
    return "nothing got out"


for name in ("str", "len", "type", "isinstance", "repr", "dict", "list", "BaseException", "SystemExit", "print", "__import__", "__build_class__", "compile", "exec", "eval"):
    setattr(builtins, name, None)
