"""Hands the test's own functions back into each other, deeper and deeper."""
# against: callbacks
kept = []


def forge(*args):
    kept.extend(args)
    for part in args:
        if callable(part):
            try:
                return part(lambda *inner: forge(part, *inner))
            except Exception:
                pass
    return forge
