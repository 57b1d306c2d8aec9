"""Calls what the test hands over again and again, also from inside itself."""
# against: callbacks


def forge(*args):
    while True:
        for part in args:
            try:
                part(0)
            except Exception:
                pass
