"""Events: what goes in comes out, and nothing else gets in."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync import VERDICTS, Attempt, Event, HintTaken, PageRead, SyncError, Unknown
from sync.events import decode, decode_header, encode, encode_header

A = "a" * 32
B = "b" * 32

names = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters=" "), min_size=1, max_size=200)
counts = st.integers(0, 10_000)
attempts = st.builds(
    lambda exercise, pack, verdict, checks, code, hints, seconds, kind, practice: Attempt(
        exercise, pack, verdict, min(checks), max(checks), code, hints, seconds, kind, practice=practice
    ),
    names,
    names,
    st.sampled_from(VERDICTS),
    st.tuples(counts, counts),
    st.text(st.characters(), max_size=50),
    counts,
    st.floats(0, 1e9),
    st.sampled_from(["write", "fix", "fill", "predict"]),
    st.booleans(),
)
whats = st.one_of(attempts, st.builds(HintTaken, names, st.integers(1, 10_000)), st.builds(PageRead, names))


@given(whats, st.integers(1, 2**53), st.integers(-(2**53), 2**53))
def test_an_event_comes_back_as_it_was(what, seq, at):
    event = Event(A, B, seq, at, B, what)
    body = encode(event)
    assert b"\n" not in body
    assert decode(body, B, B, seq) == event


def test_a_journals_first_line_says_whose_it_is():
    assert decode_header(encode_header(A, B)) == (A, B)


def test_code_does_not_go_into_the_line_but_names_it():
    attempt = Attempt("a/b", "a@1", "passed", 1, 1, "print('x')")
    body = encode(Event(A, B, 1, 0, B, attempt))
    assert b"print" not in body
    assert attempt.code_sha256.encode() in body
    assert decode(body, B, B, 1).what.code == ""
    assert attempt != Attempt("a/b", "a@1", "passed", 1, 1, "print('y')")


def test_a_line_stays_short():
    what = Attempt("python/first-programs/print-text/hello", "python@1.0", "not_yet", 2, 3, "x", 1, 1.5)
    assert len(encode(Event(A, B, 12345, 1_795_000_000, B, what))) + 34 < 350


@pytest.mark.parametrize(
    "what",
    [
        Attempt("", "a@1", "passed", 1, 1),
        Attempt("a b", "a@1", "passed", 1, 1),
        Attempt("a\nb", "a@1", "passed", 1, 1),
        Attempt("a\ud800", "a@1", "passed", 1, 1),
        Attempt("a" * 201, "a@1", "passed", 1, 1),
        Attempt("a", "", "passed", 1, 1),
        Attempt("a", "a@1", "great", 1, 1),
        Attempt("a", "a@1", "passed", 2, 1),
        Attempt("a", "a@1", "passed", -1, 1),
        Attempt("a", "a@1", "passed", 1, 10_001),
        Attempt("a", "a@1", "passed", 1, 1, hints=-1),
        Attempt("a", "a@1", "passed", 1, 1, seconds=-0.1),
        Attempt("a", "a@1", "passed", 1, 1, seconds=float("nan")),
        Attempt("a", "a@1", "passed", 1, 1, seconds=float("inf")),
        Attempt("a", "a@1", "passed", 1, 1, kind="Write"),
        Attempt("a", "a@1", "passed", True, 1),
        Attempt("a", "a@1", "passed", 1, 1, practice="yes"),
        HintTaken("a", 0),
        PageRead(""),
    ],
)
def test_what_is_out_of_bounds_is_refused(what):
    with pytest.raises(SyncError, match="not an event"):
        encode(Event(A, B, 1, 0, B, what))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff",
        b'{"id":1}',
        b"[" * 60_000,
        b'{"at":0,"id":"%s","seq":2,"type":"page","page":"a"}' % A.encode(),
        b'{"at":0,"id":"%s","seq":1,"type":"page","page":["a"]}' % A.encode(),
        b'{"at":NaN,"id":"%s","seq":1,"type":"page","page":"a"}' % A.encode(),
        b'{"at":1e999,"id":"%s","seq":1,"type":"page","page":"a"}' % A.encode(),
        b'{"at":%s,"id":"%s","seq":1,"type":"page","page":"a"}' % (b"9" * 5000, A.encode()),
        b'{"at":0,"id":"%s","seq":1,"type":"journal"}' % A.encode(),
        b'{"at":0,"id":"%s","seq":true,"type":"page","page":"a"}' % A.encode(),
        b'{"at":0,"id":"%s","seq":1,"type":{}}' % A.encode(),
    ],
)
def test_a_line_that_is_no_event_is_refused(body):
    with pytest.raises(SyncError):
        decode(body, B, B, 1)


@given(st.binary(max_size=200))
def test_any_bytes_are_an_event_or_refused(body):
    with contextlib.suppress(SyncError):
        decode(body, B, B, 1)


def test_a_newer_event_is_kept_as_it_came():
    fields = {"at": 5, "id": A, "seq": 1, "type": "badge", "shape": ["star", {"points": 5}]}
    body = json.dumps(fields).encode()
    event = decode(body, B, B, 1)
    assert event.what == Unknown("badge", body.decode())
    with pytest.raises(SyncError, match="newer"):
        encode(event)


def test_a_newer_journal_is_not_guessed_at():
    with pytest.raises(SyncError, match="newer version"):
        decode_header(encode_header(A, B).replace(b'"format":1', b'"format":2'))


@pytest.mark.parametrize("body", [b"{}", b'{"format":1,"journal":"x","learner":"y","seq":0,"type":"journal"}', b"{"])
def test_a_heading_that_says_nothing_is_refused(body):
    with pytest.raises(SyncError):
        decode_header(body)
