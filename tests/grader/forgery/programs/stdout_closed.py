"""Closes and loses the streams."""
import os
import sys


def forge(*args):
    for stream in (sys.stdout, sys.stderr, sys.stdin):
        try:
            stream.close()
        except Exception:
            pass
    for number in range(64):
        try:
            os.close(number)
        except OSError:
            pass
    sys.stdout = sys.stderr = sys.stdin = sys.__stdout__ = sys.__stderr__ = None
    return 0


forge()
