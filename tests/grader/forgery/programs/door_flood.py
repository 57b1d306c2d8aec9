"""Knocks at the door without end."""
# against: plain
import wit_world

DOORS = [
    getattr(wit_world, name)
    for name in dir(wit_world)
    if not name.startswith("_") and not isinstance(getattr(wit_world, name), type) and name not in ("read_line", "pause")
]


def forge(*args):
    while True:
        for door in DOORS:
            for arguments in ((), ("{}",), (1, "passed"), ("{}", "{}")):
                try:
                    door(*arguments)
                except Exception:
                    pass
