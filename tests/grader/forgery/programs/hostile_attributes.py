"""Gives objects whose every attribute raises, exits or lies, also the ones Python itself asks for."""
import os


class Hostile:
    count = 0

    def __getattribute__(self, name):
        Hostile.count += 1
        if Hostile.count % 3 == 0:
            raise SystemExit(0)
        if Hostile.count % 3 == 1:
            raise KeyboardInterrupt
        os._exit(0)

    def __dir__(self):
        return self


def forge(*args):
    return Hostile()
