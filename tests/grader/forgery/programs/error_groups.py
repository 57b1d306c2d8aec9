"""Groups of errors, deep inside each other."""


def forge(*args):
    error = ValueError("no half")
    for _ in range(500):
        error = ExceptionGroup("1 passed", [error])
    raise error
