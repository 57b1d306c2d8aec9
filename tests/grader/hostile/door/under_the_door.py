# verdict: crashed, not_yet
# as: output
# The layer below wit_world takes a number instead of a name.
import componentize_py_runtime

for number in range(-3, 200):
    for arguments in ([], [1], [1, "x"], [None] * 300, "xx", ()):
        for results in (-1, 0, 1, 10**6):
            try:
                componentize_py_runtime.call_import(number, arguments, results)
            except Exception:
                pass
