"""Frames to and from a worker that is not trusted to listen, to stop talking, or to make sense.

A frame is four bytes of length, big end first, then that many bytes of JSON.
"""

from __future__ import annotations

import json
import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Any

MAX_FRAME = 16 * 1024 * 1024
"""Bytes; a longer frame from the worker means that it has gone astray."""

UNREAD = 16
"""Frames of a worker that may wait to be read; then it has to wait."""

SURE = 4000
"""Bytes that any empty pipe takes at once; a longer frame is written against the clock."""


class Frames:
    """Both directions. A thread of its own reads, so that nobody waits longer than they want to."""

    def __init__(self, to_worker: IO[bytes], from_worker: IO[bytes], kill: Callable[[], None]) -> None:
        """`kill` ends a worker that does not read what is written to it."""
        self._to, self._from, self._kill = to_worker, from_worker, kill
        self._waiting: queue.Queue[Any] = queue.Queue(UNREAD)
        self._ended = threading.Event()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        with self._from, suppress(OSError, ValueError, RecursionError, MemoryError):
            while len(head := self._from.read(4)) == 4:
                length = int.from_bytes(head, "big")
                body = self._from.read(length) if length <= MAX_FRAME else b""
                self._hand_on(json.loads(body))
        self._hand_on(None)

    def _hand_on(self, frame: Any) -> None:
        while not self._ended.is_set():
            with suppress(queue.Full):
                self._waiting.put(frame, timeout=1.0)
                break

    def send(self, frame: dict[str, Any], seconds: float) -> bool:
        """Write one frame; whether it could be written. A worker that does not read it within the time is killed."""
        body = json.dumps(frame).encode()
        # The pipe is empty when a job is sent; before an answer there may be others that were not read.
        watch = threading.Timer(seconds, self._kill) if len(body) > SURE or "job" not in frame else None
        if watch:
            watch.start()
        sent = False
        with suppress(OSError, ValueError):
            self._to.write(len(body).to_bytes(4, "big") + body)
            self._to.flush()
            sent = True
        if watch:
            watch.cancel()
        return sent

    def receive(self, seconds: float) -> Any:
        """The next frame, whatever it holds; None when the worker has gone. Raises `queue.Empty` after `seconds`."""
        return self._waiting.get(timeout=max(0.0, seconds))

    @property
    def are_quiet(self) -> bool:
        """Whether nothing has come that nobody asked for."""
        return self._waiting.empty()

    def end(self) -> None:
        """Read no more."""
        self._ended.set()
        with suppress(OSError):
            self._to.close()
