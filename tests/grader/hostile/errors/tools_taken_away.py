# verdict: crashed, not_yet
# as: output
import builtins

for name in list(vars(builtins)):
    if name not in ("list", "vars", "builtins", "delattr"):
        delattr(builtins, name)
undefined
