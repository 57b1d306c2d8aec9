"""Frames to and from the parent: four bytes of length, big end first, then that many bytes of JSON."""

from __future__ import annotations

import json
import threading
from typing import Any, BinaryIO

MAX_FRAME = 16 * 1024 * 1024
"""Bytes; a longer frame from the parent is a fault of ours."""

Frame = dict[str, Any]


class Pipes:
    """Both directions."""

    def __init__(self, source: BinaryIO, sink: BinaryIO) -> None:
        self._source, self._sink = source, sink
        self._one_frame = threading.Lock()

    def receive(self) -> Frame | None:
        """The next frame, or nothing when the parent has gone."""
        head = self._source.read(4)
        if len(head) < 4:
            return None
        length = int.from_bytes(head, "big")
        if length > MAX_FRAME:
            return None
        body = self._source.read(length)
        return json.loads(body) if len(body) == length else None

    def send(self, frame: Frame) -> None:
        """Write one frame at once."""
        body = json.dumps(frame).encode()
        with self._one_frame:
            self._sink.write(len(body).to_bytes(4, "big") + body)
            self._sink.flush()
