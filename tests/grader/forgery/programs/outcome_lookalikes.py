"""Raises classes of its own that have the names and modules of pytest's outcomes."""
NAMES = [
    ("Skipped", "_pytest.outcomes"),
    ("Exit", "_pytest.outcomes"),
    ("XFailed", "_pytest.outcomes"),
    ("OutcomeException", "_pytest.outcomes"),
    ("SkipTest", "unittest.case"),
    ("_ShouldStop", "unittest.case"),
    ("KeyboardInterrupt", "builtins"),
    ("GeneratorExit", "builtins"),
    ("SystemExit", "builtins"),
]
count = 0


def forge(*args):
    global count
    name, module = NAMES[count % len(NAMES)]
    count += 1
    for base in (BaseException, Exception):
        kind = type(name, (base,), {"__module__": module, "__qualname__": name})
        kind.allow_module_level = kind._use_item_location = kind.returncode = 0
        kind.msg = kind.reason = "passed"
        if count % 2:
            raise kind("passed")
    raise kind("passed")
