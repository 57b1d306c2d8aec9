"""The steps of a program, told to the worker before anything else that it sees of the program.

`sys.monitoring` watches the code objects of the program alone: the standard library runs at full speed.
A step tells what has changed since the step before; the other side puts the whole together again.
"""

import json
import operator
import sys
import types

import wit_world

from .errors import FILE
from .glance import glance, kind_of, message_of

CHANNEL = 4
TOOL = sys.monitoring.PROFILER_ID
EVENTS = sys.monitoring.events
WATCHED = EVENTS.LINE | EVENTS.PY_START | EVENTS.PY_RETURN | EVENTS.PY_YIELD | EVENTS.PY_RESUME

MOST_NAMES = 120
"""Names of one frame that are looked at, the imported ones among them."""
LOOKED_AT = 8
"""Frames that are looked at in each step, besides the program's own: a call can change what its callers hold."""

_SCALARS = frozenset({int, str, float, bool, types.NoneType, complex})
_FIXED = frozenset({types.FunctionType, types.BuiltinFunctionType, types.ModuleType, type})
_ROWS = frozenset({list, tuple, set, frozenset, dict})
_SHORT = 1000
"""Letters of a text that may be held until the next step, to see whether it is the same."""
_FEW = 100
"""Parts of a list of which the same is true."""
_UNKNOWN = object()
"""Kept of what must be looked at anew in each step."""
_OPTIMIZED = 1
"""The flag of a code object that is a function, not a module or the body of a class."""
_quoted = json.encoder.encode_basestring_ascii
_CELLS = {"<lambda>": "lambda", "<genexpr>": "generator"}


def all_code(code: types.CodeType):
    """A code object and those inside of it."""
    yield code
    for part in code.co_consts:
        if type(part) is types.CodeType:
            yield from all_code(part)


class Tracer:
    """Watches one program."""

    def __init__(self, namespace: dict, stream, hold: int) -> None:
        """`stream` is flushed at each step; at most `hold` steps wait until they are told."""
        self._namespace, self._stream, self._hold = namespace, stream, hold
        self._waiting: list[str] = []
        self._write = wit_world.write
        self._frames: list = []
        self._shown: list[dict[str, tuple]] = []
        self._things: dict[int, int] = {}
        self._line = 1

    def start(self, program: types.CodeType) -> None:
        """Watch a program from here on."""
        monitoring = sys.monitoring
        monitoring.use_tool_id(TOOL, "steps")
        monitoring.register_callback(TOOL, EVENTS.LINE, self._on_line)
        monitoring.register_callback(TOOL, EVENTS.PY_START, self._on_call)
        monitoring.register_callback(TOOL, EVENTS.PY_RESUME, self._on_resume)
        monitoring.register_callback(TOOL, EVENTS.PY_RETURN, self._on_return)
        monitoring.register_callback(TOOL, EVENTS.PY_YIELD, self._on_yield)
        monitoring.register_callback(TOOL, EVENTS.RAISE, self._on_raise)
        for code in all_code(program):
            monitoring.set_local_events(TOOL, code, WATCHED)
        monitoring.set_events(TOOL, EVENTS.RAISE)

    def stop(self, *, reached_end: bool) -> None:
        """Watch no more; tell a last step if the program has come to its end."""
        sys.monitoring.clear_tool_id(TOOL)
        sys.monitoring.free_tool_id(TOOL)
        if reached_end:
            del self._frames[1:]
            self._tell("end", self._line, None, 1)
        self.send()

    def _on_line(self, code, line):
        self._step("line", sys._getframe(1), line)

    def _on_call(self, code, offset):
        if code.co_flags & _OPTIMIZED:
            self._step("call", sys._getframe(1), code.co_firstlineno)

    def _on_resume(self, code, offset):
        frame = sys._getframe(1)
        self._step("resume", frame, frame.f_lineno)

    def _on_return(self, code, offset, value):
        if code.co_flags & _OPTIMIZED:
            frame = sys._getframe(1)
            self._step("return", frame, frame.f_lineno, [glance(value)])

    def _on_yield(self, code, offset, value):
        frame = sys._getframe(1)
        self._step("yield", frame, frame.f_lineno, [glance(value)])

    def _on_raise(self, code, offset, error):
        if code.co_filename == FILE and type(error) not in (SystemExit, GeneratorExit):
            frame = sys._getframe(1)
            self._step("error", frame, frame.f_lineno, [kind_of(error), message_of(error)])

    def _step(self, event: str, frame, line: int, more=None) -> None:
        kept = self._stand_in(frame)
        self._line = line
        self._tell(event, line, more, kept)

    def _stand_in(self, frame) -> int:
        """Make `frame` the last of the stack; how many frames of the step before are still there."""
        frames = self._frames
        if frames and frames[-1] is frame:
            return len(frames)
        if len(frames) > 1 and frames[-2] is frame:
            frames.pop()
            return len(frames)
        caller = _caller(frame)
        if frames and frames[-1] is caller:
            frames.append(frame)
            return len(frames) - 1
        chain = [frame]
        while caller is not None:
            chain.append(caller)
            caller = _caller(caller)
        chain.reverse()
        kept = 0
        for old, new in zip(frames, chain, strict=False):
            if old is not new:
                break
            kept += 1
        frames[:] = chain
        return kept

    def _tell(self, event: str, line: int, more, kept: int) -> None:
        frames, shown = self._frames, self._shown
        del shown[kept:]
        opened = []
        for frame in frames[kept:]:
            shown.append({})
            opened.append([_title(frame.f_code), frame.f_lineno])
        if not shown:
            shown.append({})
            opened.append(["", line])
        changes: list = []
        for at in _looked_at(len(shown), kept):
            self._compare(at, self._names(frames[at]) if at else dict.items(self._namespace), changes)
        try:
            self._stream.flush()
        except Exception:  # the program closed it
            pass
        new = ",".join(map(_change, changes))
        rest = f"{json.dumps(opened)},[{new}],{json.dumps(more)}" if opened or more else f"[],[{new}],[]"
        self._waiting.append(f'["{event}",{line},{kept},{rest}]')
        if len(self._waiting) >= self._hold:
            self.send()

    def send(self) -> None:
        """Tell the steps that wait, before something else crosses the door."""
        if self._waiting:
            waiting, self._waiting = self._waiting, []
            self._write(CHANNEL, "\n".join(waiting))

    def _names(self, frame):
        held = frame.f_locals
        if frame.f_code.co_flags & _OPTIMIZED:
            return held.items()
        return dict.items(held) if issubclass(type(held), dict) else ()

    def _compare(self, at: int, names, changes: list) -> None:
        """Add what is new, changed or gone among the names of one frame."""
        before = self._shown[at]
        seen = 0
        for name, value in names:
            if type(name) is not str:
                continue
            old = before.get(name)
            if old is None:
                if name[:2] == "__" or name[:1] == "." or len(before) >= MOST_NAMES:
                    continue
            elif old[0] is value or (type(old[0]) is _Parts and old[0].still(value)):
                seen += 1
                continue
            seen += 1
            new = before[name] = self._entry(value)
            if old is None:
                if new[1] is not None:
                    changes.append((at, name, new))
            elif old[1:] != new[1:]:
                changes.append((at, name, new if new[1] is not None else None))
        if seen < len(before):
            self._forget(at, names, changes)

    def _entry(self, value) -> tuple:
        """What to remember of a value: what tells later whether it is the same; how it is shown, unless it is not."""
        kind = type(value)
        if kind in _SCALARS:
            return (value if kind is not str or len(value) < _SHORT else _UNKNOWN, glance(value), kind.__name__, None)
        if kind in _FIXED:
            # These are held until the next step. All else is not: when it goes is the program's business.
            return (value, None, None, None) if _foreign(value, kind) else (value, glance(value), kind_of(value), None)
        parts = _Parts(value, kind) if kind in _ROWS and _plain_inside(value, kind) else _UNKNOWN
        return parts, glance(value), kind_of(value), self._thing(value)

    def _forget(self, at: int, names, changes: list) -> None:
        now = {name for name, _ in names if type(name) is str}
        for name in [name for name in self._shown[at] if name not in now]:
            del self._shown[at][name]
            changes.append((at, name, None))

    def _thing(self, value) -> int:
        """A small number for an object: two names with the same number hold one and the same."""
        return self._things.setdefault(id(value), len(self._things) + 1)


def _change(change: tuple) -> str:
    at, name, entry = change
    if entry is None:
        return f"[{at},{_quoted(name)}]"
    _, text, kind, thing = entry
    return f"[{at},{_quoted(name)},{_quoted(text)},{_quoted(kind)},{thing or 'null'}]"


def _looked_at(depth: int, kept: int):
    first = max(1, min(kept, depth - LOOKED_AT))
    return (0, *range(first, depth))


def _caller(frame):
    """The nearest frame of the program that waits for this one."""
    while (frame := frame.f_back) is not None:
        if frame.f_code.co_filename == FILE:
            return frame
    return None


def _title(code: types.CodeType) -> str:
    if code.co_name == "<module>":
        return ""
    name = code.co_qualname.rpartition("<locals>.")[2]
    name = _CELLS.get(name.rpartition(".")[2], name)[:80]
    return name if code.co_flags & _OPTIMIZED else f"class {name}"


class _Parts:
    """The parts of a list, tuple, set or dictionary of scalars, to see quickly whether they are the same."""

    __slots__ = ("_id", "_parts")

    def __init__(self, value, kind) -> None:
        self._id = id(value)
        self._parts = _parts_of(value, kind)

    def still(self, value) -> bool:
        """Whether this is the same object with the same parts in it."""
        if id(value) != self._id or (kind := type(value)) not in _ROWS:
            return False
        now = _parts_of(value, kind)
        return len(now) == len(self._parts) and all(map(operator.is_, now, self._parts))


def _parts_of(value, kind) -> tuple:
    return (*value, *value.values()) if kind is dict else tuple(value)


def _plain_inside(value, kind) -> bool:
    return len(value) <= _FEW and _SCALARS.issuperset(map(type, _parts_of(value, kind)))


def _foreign(value, kind) -> bool:
    """Whether this is a part of Python that the program has imported, not something of its own."""
    if kind is types.FunctionType:
        return value.__code__.co_filename != FILE
    return kind is not type or type.__dict__["__dict__"].__get__(value).get("__module__") != "__main__"
