"""Stops the test run as a person would."""


def forge(*args):
    raise KeyboardInterrupt
