"""Sends texts to the examiner that are not requests at all, and goes on as if nothing had been."""
import wit_world

TEXTS = ["", "{", "null", "[" * 100_000, '{"do": "input"}', "\ud800", "1" * 1_000_000, '{"ok": true, "status": 0}']
count = 0


def forge(*args):
    global count
    for _ in TEXTS:
        count += 1
        try:
            wit_world.ask(TEXTS[count % len(TEXTS)])
        except Exception:
            pass
    return 0
