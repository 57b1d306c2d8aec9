"""Leaves politely inside a call."""
import sys


def forge(*args):
    sys.exit(0)
