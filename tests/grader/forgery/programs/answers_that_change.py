"""Gives its own arguments, its own module, and the door back as answers."""
import sys

count = 0


def forge(*args):
    global count
    count += 1
    choices = [args, args[0] if args else None, sys.modules[__name__], sys.modules, sys, forge, type, object, sys._getframe(), NotImplemented, ...]
    return choices[count % len(choices)]
