"""Keeps what the test hands over and calls it later, from another call and another test."""
kept = []


def forge(*args):
    for part in kept:
        for call in (lambda: part("pressed"), lambda: part(), lambda: part.throw(SystemExit(0)), lambda: part.close()):
            try:
                call()
            except BaseException:
                pass
    kept.extend(args)
    return kept[-1] if kept else 0
