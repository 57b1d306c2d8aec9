"""What a learner did, one event at a time, and how an event is written as JSON."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .errors import SyncError
from .sealed import FORMAT, canonical, fingerprint, parse_object

VERDICTS = ("passed", "not_yet", "crashed", "timed_out", "over_limit")
"""From best to worst."""
MAX_CODE = 256 * 1024
"""Bytes of one program."""
MAX_LINE = 64 * 1024
"""Bytes of one event in a journal, its line end included."""

_ID = re.compile(r"[0-9a-f]{32}")
_FINGERPRINT = re.compile(r"(?:[0-9a-f]{64})?")
_WORD = re.compile(r"[a-z][a-z0-9_-]{0,31}")
_NAME = re.compile(r"[^\x00-\x20\x7f\ud800-\udfff]{1,200}")
_MAX_COUNT = 10_000
_MAX_SECONDS = 1e9
_MAX_WHOLE = 2**53


@dataclass(frozen=True, slots=True)
class Attempt:
    """One answer of a learner to an exercise, and how the checks judged it."""

    exercise: str
    pack_version: str
    verdict: str
    """One of `VERDICTS`."""
    checks_passed: int
    checks_total: int
    code: str = field(default="", compare=False, repr=False)
    """The answer as text. Empty in an event read back from a journal: `code_sha256` names it."""
    hints: int = 0
    """Hints the learner had open."""
    seconds: float = 0.0
    """How long the checks ran; kept to a thousandth."""
    kind: str = "write"
    """The exercise's kind: write, fix, fill, predict."""
    code_sha256: str = ""
    """SHA-256 of the code as UTF-8; made from `code`, and empty where there was none."""
    practice: bool = False
    """Whether the verdict could have been forged, as tests and program shared a Python: it counts as practice only."""

    def __post_init__(self) -> None:
        if math.isfinite(self.seconds):
            object.__setattr__(self, "seconds", round(float(self.seconds), 3))
        if self.code:
            object.__setattr__(self, "code_sha256", fingerprint(code_bytes(self.code)))


@dataclass(frozen=True, slots=True)
class HintTaken:
    """The learner opened a hint."""

    exercise: str
    level: int
    """Counted from 1, the smallest help."""


@dataclass(frozen=True, slots=True)
class PageRead:
    """The learner read a page to its end."""

    page: str
    """The page's id, for example `python/first-programs/print-text/print-shows-text#2`."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something a newer version wrote; it is carried and merged as it came."""

    type: str
    body: str
    """The event's JSON."""


What = Attempt | HintTaken | PageRead | Unknown


@dataclass(frozen=True, slots=True)
class Event:
    """One thing one learner did, once."""

    id: str
    """32 random hex digits: the event's identity."""
    journal: str
    """The journal it was first written to, 32 hex digits."""
    seq: int
    """Its place in that journal, counted from 1."""
    at: int
    """Seconds since 1970 by the computer's clock: to show, never to compare."""
    learner: str
    """The learner's id, 32 hex digits."""
    what: What


def code_bytes(code: str) -> bytes:
    """A program as bytes: UTF-8 that also carries half a surrogate pair, which a paste can leave."""
    return code.encode("utf-8", "surrogatepass")


def is_id(value: object) -> bool:
    """Whether this is 32 lower-case hex digits, as every id of a learner, journal or event is."""
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def encode_header(journal: str, learner: str) -> bytes:
    """The JSON of a journal's line 0, which says whose journal it is and in which format."""
    return canonical({"format": FORMAT, "journal": journal, "learner": learner, "seq": 0, "type": "journal"})


def decode_header(body: bytes) -> tuple[str, str]:
    """The journal's id and the learner's id from line 0; raises SyncError."""
    try:
        fields = parse_object(body)
        _need(fields.get("type") == "journal" and fields.get("seq") == 0, "its first line is not a heading")
    except ValueError as error:
        raise SyncError(_not_an_event(str(error))) from None
    if fields.get("format") != FORMAT:
        raise SyncError("This record was written by a newer version of the tutor. Update the tutor, then try again.")
    journal, learner = fields.get("journal"), fields.get("learner")
    if not (isinstance(journal, str) and isinstance(learner, str) and is_id(journal) and is_id(learner)):
        raise SyncError(_not_an_event("its heading has no ids"))
    return journal, learner


def encode(event: Event) -> bytes:
    """The event as one line of JSON without its journal and learner, which line 0 has; raises SyncError."""
    if isinstance(event.what, Unknown):
        raise SyncError("An event of a newer version can be carried, but not written anew. Update the tutor.")
    fields = {"at": event.at, "id": event.id, "seq": event.seq, **_fields_of(event.what)}
    try:
        _what_in(fields)
    except ValueError as error:
        raise SyncError(_not_an_event(str(error))) from None
    return canonical(fields)


def decode(body: bytes, journal: str, learner: str, seq: int) -> Event:
    """The event in one line of a journal; raises SyncError when a value is missing or out of bounds."""
    try:
        fields = parse_object(body)
        _need(is_id(fields.get("id")), "id")
        _need(_is_whole(fields.get("at"), -_MAX_WHOLE, _MAX_WHOLE), "at")
        _need(fields.get("seq") == seq and _is_whole(fields["seq"], 1, _MAX_WHOLE), "seq")
        what = _what_in(fields) or Unknown(fields["type"], body.decode("utf-8"))
    except ValueError as error:
        raise SyncError(_not_an_event(str(error))) from None
    return Event(fields["id"], journal, seq, fields["at"], learner, what)


def _fields_of(what: Attempt | HintTaken | PageRead) -> dict[str, object]:
    if isinstance(what, HintTaken):
        return {"type": "hint", "exercise": what.exercise, "level": what.level}
    if isinstance(what, PageRead):
        return {"type": "page", "page": what.page}
    return {
        "type": "attempt",
        "exercise": what.exercise,
        "kind": what.kind,
        "pack": what.pack_version,
        "verdict": what.verdict,
        "checks": [what.checks_passed, what.checks_total],
        "code": what.code_sha256,
        "hints": what.hints,
        "seconds": what.seconds if math.isfinite(what.seconds) else -1,
        **({"practice": what.practice} if what.practice else {}),
    }


def _what_in(fields: Mapping[str, Any]) -> What | None:
    """The attempt, hint or page in these fields, None for another type; raises ValueError naming a field."""
    match fields.get("type"):
        case "attempt":
            return _attempt_in(fields)
        case "hint":
            _need(_is_name(fields.get("exercise")), "exercise")
            _need(_is_whole(fields.get("level"), 1, _MAX_COUNT), "level")
            return HintTaken(fields["exercise"], fields["level"])
        case "page":
            _need(_is_name(fields.get("page")), "page")
            return PageRead(fields["page"])
        case other:
            _need(isinstance(other, str) and _WORD.fullmatch(other) is not None, "type")
            _need(other != "journal", "type")
            return None


def _attempt_in(fields: Mapping[str, Any]) -> Attempt:
    checks: Any = fields.get("checks")
    seconds: Any = fields.get("seconds")
    code: Any = fields.get("code")
    kind: Any = fields.get("kind")
    _need(_is_name(fields.get("exercise")), "exercise")
    _need(_is_name(fields.get("pack")), "pack")
    _need(fields.get("verdict") in VERDICTS, "verdict")
    _need(isinstance(kind, str) and _WORD.fullmatch(kind) is not None, "kind")
    _need(isinstance(code, str) and _FINGERPRINT.fullmatch(code) is not None, "code")
    _need(_is_whole(fields.get("hints"), 0, _MAX_COUNT), "hints")
    _need(isinstance(seconds, int | float) and not isinstance(seconds, bool), "seconds")
    _need(0 <= seconds <= _MAX_SECONDS, "seconds")
    _need(isinstance(checks, list) and [_is_whole(n, 0, _MAX_COUNT) for n in checks] == [True, True], "checks")
    _need(checks[0] <= checks[1], "checks")
    _need(isinstance(fields.get("practice", False), bool), "practice")
    return Attempt(
        exercise=fields["exercise"],
        pack_version=fields["pack"],
        verdict=fields["verdict"],
        checks_passed=checks[0],
        checks_total=checks[1],
        hints=fields["hints"],
        seconds=float(seconds),
        kind=kind,
        code_sha256=code,
        practice=fields.get("practice", False),
    )


def _is_name(value: object) -> bool:
    return isinstance(value, str) and _NAME.fullmatch(value) is not None


def _is_whole(value: object, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _need(holds: object, field_name: str) -> None:
    if not holds:
        raise ValueError(field_name)


def _not_an_event(what: str) -> str:
    return f"This is not an event the tutor can keep: look at `{what}`. Tell staff, who can report it."
