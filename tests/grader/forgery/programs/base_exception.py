"""Raises an error that nobody catches."""


class Done(BaseException):
    pass


def forge(*args):
    raise Done("all passed")
