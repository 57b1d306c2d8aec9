# verdict: passed
# as: call
# limits: cpu=2
import gc
import sys


def attack():
    found = []
    gc.unfreeze()
    for one in gc.get_objects():
        for part in (*gc.get_referents(one), one):
            if type(part) is str and part.startswith("canary" "-") and len(part) > 8:
                found.append(part)
    return str(found) if found else "nothing got out"
