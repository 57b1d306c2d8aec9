"""Ends Python inside the first call."""
import os


def forge(*args):
    os._exit(0)
