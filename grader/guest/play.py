"""A prompt: what is typed runs line after line, and what it names stays."""

import ast
import codeop
import sys
import time

import wit_world

from .trace import all_code

TOOL = sys.monitoring.DEBUGGER_ID
EVENTS = sys.monitoring.events.JUMP | sys.monitoring.events.PY_START
EVERY = 20
"""Jumps and calls between two looks at the time."""
LOOK = 0.05
"""Seconds between two questions whether to stop: each costs as much as a hundred jumps."""


class Prompt:
    """One prompt and its names."""

    def __init__(self, namespace: dict) -> None:
        self._namespace = namespace
        self._entries = 0
        self._left = EVERY
        self._next = 0.0
        monitoring = sys.monitoring
        monitoring.use_tool_id(TOOL, "prompt")
        monitoring.register_callback(TOOL, monitoring.events.JUMP, self._look)
        monitoring.register_callback(TOOL, monitoring.events.PY_START, self._look)

    def name_next(self) -> str:
        """What the next entry is called in error messages."""
        self._entries += 1
        return f"<input-{self._entries}>"

    def read(self, text: str, file: str):
        """The code of an entry; None if more lines must come. Raises SyntaxError."""
        try:
            if codeop.compile_command(text, file, "single") is None:
                return None
        except SyntaxError:
            # Several statements at once, as when they are pasted, are as good as one.
            if not ast.parse(text, file).body:
                raise
        tree = ast.parse(text, file)
        return compile(ast.Interactive(tree.body), file, "single", dont_inherit=True)

    def run(self, code) -> None:
        """Run an entry. It can be stopped wherever it jumps back or calls a function of its own."""
        for part in all_code(code):
            sys.monitoring.set_local_events(TOOL, part, EVENTS)
        exec(code, self._namespace)

    def _look(self, code, offset, more=None):
        self._left -= 1
        if self._left > 0:
            return
        self._left = EVERY
        now = time.monotonic()
        if now >= self._next:
            self._next = now + LOOK
            must_go_on()


def must_go_on() -> None:
    """Raise KeyboardInterrupt if the worker wants the entry to stop."""
    if wit_world.stopped():
        raise KeyboardInterrupt
