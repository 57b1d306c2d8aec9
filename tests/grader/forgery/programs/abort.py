"""Tears Python down in every way it knows."""
import os
import signal


def forge(*args):
    for way in (
        lambda: os.kill(os.getpid(), 9),
        lambda: signal.raise_signal(signal.SIGABRT),
        lambda: os.abort(),
    ):
        try:
            way()
        except (AttributeError, OSError, ValueError):
            pass
