"""Skips the test in the way of unittest."""
import unittest


def forge(*args):
    raise unittest.SkipTest("not today")
