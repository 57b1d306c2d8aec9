"""JSON as it is written in this room, and small JSON files that know whether they are whole."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

from .durable import read_plain, write_whole

FORMAT = 1
_LIMIT = 64 * 1024 * 1024


def canonical(value: object) -> bytes:
    """JSON with sorted keys, no spaces and ASCII only, so that the same value has the same bytes anywhere."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)
    return text.encode("ascii")


def parse_object(content: bytes) -> dict[str, Any]:
    """The JSON object in these bytes; raises ValueError for anything else."""
    try:
        value = json.loads(content.decode("utf-8"), parse_constant=_not_json)
    except RecursionError:
        raise ValueError("nested too deep") from None
    if not isinstance(value, dict):
        raise ValueError("not an object")  # noqa: TRY004 - the bytes are at fault, not the caller
    return value


def _not_json(word: str) -> NoReturn:
    raise ValueError(f"{word} is not JSON")


def fingerprint(content: bytes) -> str:
    """The SHA-256 of these bytes, 64 hex digits."""
    return hashlib.sha256(content).hexdigest()


def write_sealed(path: Path, value: Mapping[str, object]) -> None:
    """Writes `value` with its own checksum, at one stroke; raises OSError."""
    seal = fingerprint(canonical(value))
    write_whole(path, canonical({"format": FORMAT, "sha256": seal, "value": value}) + b"\n")


def read_sealed(path: Path) -> dict[str, Any]:
    """What `write_sealed` wrote; raises ValueError when it is damaged and OSError when it can't be read."""
    whole = parse_object(read_plain(path, _LIMIT))
    value = whole.get("value")
    if whole.get("format") != FORMAT or not isinstance(value, dict):
        raise ValueError("another format")
    if whole.get("sha256") != fingerprint(canonical(value)):
        raise ValueError("damaged")
    return value
