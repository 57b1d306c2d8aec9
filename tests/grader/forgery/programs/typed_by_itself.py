"""Answers `input` itself, or asks for more typed lines than there are and goes on."""
# against: conversation, plain
import builtins
import sys


def forge(*args):
    lines = []
    while True:
        try:
            lines.append(input())
        except BaseException:
            break
    print("".join(lines))
    builtins.input = lambda prompt="": "0"
    sys.stdin = None
    return len(lines)
