"""Lets the first calls go by, then ends Python."""
import os

calls = []


def forge(*args):
    calls.append(args)
    if len(calls) > 1:
        os._exit(0)
