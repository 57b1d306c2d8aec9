"""Raises what ends loops, so that a loop over examples ends early."""


def forge(*args):
    raise StopIteration("done")
