"""Bundles made to do harm: every one is left out, and an honest one beside it goes in."""

from __future__ import annotations

import contextlib
import gzip
import json
import os
import resource
import tarfile
from dataclasses import replace

import making
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync import SyncError, archive, bundle_reading, merge
from sync.bundle import zipped
from sync.chain import chained, start_of
from sync.events import encode_header
from sync.manifest import Manifest, manifest_bytes, read_manifest, sums_bytes

J, ANA = making.hexes("j"), making.hexes("ana")
LINES = making.lines_of(J, ANA, "abc")
PART, TEXT = making.part_of(LINES, J, ANA)
MANIFEST = Manifest("00000001", 0, (PART,), ((ANA, "Ana"),), ())
GOOD = {PART.file: zipped(TEXT)}


@pytest.fixture
def refused(tmp_path):
    """Merges a hostile file next to an honest one; the hostile one must leave nothing."""

    def merge_both(path):
        k, ben = making.hexes("k"), making.hexes("ben")
        honest = making.write(tmp_path / "honest", making.part_of(making.lines_of(k, ben, "xy"), k, ben))
        before = {each for each in tmp_path.rglob("*") if "store" not in each.parts}
        merged = merge(tmp_path / "store", [path, honest])
        assert (merged.bundles, merged.new_events) == (1, 2)
        assert len(merged.notes) == 1
        assert path.name in merged.notes[0]
        assert os.listdir(tmp_path / "store" / "journals") == [f"{k}.jnl"]
        assert {each for each in tmp_path.rglob("*") if "store" not in each.parts} == before
        return merged.notes[0]

    return merge_both


def test_the_forging_itself_is_good(tmp_path):
    merged = merge(tmp_path / "store", [making.forge(tmp_path / "x.tar", MANIFEST, GOOD)])
    assert (merged.new_events, merged.notes) == (3, ())


def bad_part(**changes):
    return replace(MANIFEST, parts=(replace(PART, **changes),))


@pytest.mark.parametrize(
    "manifest",
    [
        replace(MANIFEST, station="../../xx"),
        replace(MANIFEST, station=5),
        replace(MANIFEST, made=1.5),
        replace(MANIFEST, made=2**60),
        replace(MANIFEST, learners=((ANA, "A\u202ena"),)),
        replace(MANIFEST, learners=((ANA, "x" * 41),)),
        replace(MANIFEST, learners=(("../ana", "Ana"),)),
        replace(MANIFEST, learners=((ANA, "Ana"), (ANA, "Ben"))),
        replace(MANIFEST, parts=()),
        replace(MANIFEST, parts=(PART, PART)),
        bad_part(learner=making.hexes("ben")),
        bad_part(to=4),
        bad_part(to=2),
        bad_part(to=10**7),
        bad_part(first=1),
        bad_part(first=-1),
        bad_part(first=True),
        bad_part(chain="0" * 32),
        bad_part(prev_chain="0" * 32),
        bad_part(chain=None),
    ],
)
def test_a_manifest_that_does_not_fit_is_refused(tmp_path, refused, manifest):
    refused(making.forge(tmp_path / "x.tar", manifest, GOOD))


def test_a_journal_named_to_leave_the_folder_is_refused(tmp_path, refused):
    manifest = manifest_bytes(replace(MANIFEST, files=())).replace(J.encode(), b"../../../../" + J[:20].encode())
    (tmp_path / "x.tar").write_bytes(making.archive({"MANIFEST.json": manifest, "SHA256SUMS": b""}))
    refused(tmp_path / "x.tar")


@pytest.mark.parametrize(
    "name",
    ["../x", "/etc/x", "events/../../x", "events/x", "code/x.py", f"events/{J}.jsonl", f"events/{J.upper()}.jsonl.gz",
     f"code/{'0' * 64}.PY", "MANIFEST.json", "extra", "events/" + "a" * 90, "con", "events//x", "a\\b", "\u00e9"],
)  # fmt: skip
def test_a_file_with_another_name_is_refused(tmp_path, refused, name):
    info = tarfile.TarInfo(name)
    members = {"MANIFEST.json": manifest_bytes(MANIFEST), "SHA256SUMS": sums_bytes(MANIFEST)}
    head = making.archive(members)[: -len(archive.END)]
    (tmp_path / "x.tar").write_bytes(head + making.stock_tar(info, contents={name: b"text"}))
    refused(tmp_path / "x.tar")


@pytest.mark.parametrize(
    "kind",
    [
        tarfile.SYMTYPE,
        tarfile.LNKTYPE,
        tarfile.DIRTYPE,
        tarfile.FIFOTYPE,
        tarfile.CHRTYPE,
        tarfile.BLKTYPE,
        tarfile.CONTTYPE,
        b"x",
        b"g",
        b"L",
        b"S",
        b"\0",
    ],
)
def test_only_regular_files_are_taken(tmp_path, refused, kind):
    info = tarfile.TarInfo("MANIFEST.json")
    info.type, info.linkname = kind, "/etc/passwd"
    (tmp_path / "x.tar").write_bytes(making.stock_tar(info, contents={"MANIFEST.json": b""}))
    refused(tmp_path / "x.tar")


@pytest.mark.parametrize("is_same", [True, False])
def test_a_second_file_of_the_same_name_is_refused(tmp_path, refused, is_same):
    path = making.forge(tmp_path / "x.tar", MANIFEST, GOOD)
    whole = path.read_bytes()[: -len(archive.END)]
    again = GOOD[PART.file] if is_same else b""
    path.write_bytes(whole + making.archive({PART.file: again}))
    refused(path)


def test_a_file_the_manifest_does_not_name_is_refused(tmp_path, refused):
    path = making.forge(tmp_path / "x.tar", MANIFEST, GOOD)
    more = making.archive({f"code/{making.fingerprint(b'')}.py": b""})
    path.write_bytes(path.read_bytes()[: -len(archive.END)] + more)
    refused(path)


def test_a_manifest_without_bound_is_refused(tmp_path, refused, monkeypatch):
    path = making.forge(tmp_path / "x.tar", MANIFEST, GOOD)
    names = tuple((making.hexes(str(n)), "x" * 40) for n in range(50))
    big = making.forge(tmp_path / "big.tar", replace(MANIFEST, learners=tuple(sorted(names))), GOOD)
    monkeypatch.setattr(bundle_reading, "_MAX_MANIFEST", 2000)
    assert merge(tmp_path / "other", [path]).bundles == 1
    refused(big)


def test_a_line_without_bound_is_refused(tmp_path, refused):
    first, end = chained(encode_header(J, ANA), start_of(J))
    body = json.dumps({"at": 0, "id": making.hexes("e"), "seq": 1, "type": "badge", "x": "y" * 66_000}).encode()
    second, end = chained(body, end)
    manifest = bad_part(to=1, chain=end.chain)
    refused(making.forge(tmp_path / "x.tar", manifest, {PART.file: zipped(first + second)}))
    for filling in (b"z" * 70_000 + b"\n", b"z" * 70_000):
        making.forge(tmp_path / "y.tar", manifest, {PART.file: zipped(first + filling)})
        assert merge(tmp_path / "other", [tmp_path / "y.tar"]).bundles == 0


def test_bytes_behind_the_end_are_refused(tmp_path, refused):
    path = making.forge(tmp_path / "x.tar", MANIFEST, GOOD)
    path.write_bytes(path.read_bytes() + b"more")
    refused(path)


def test_sums_that_say_something_else_are_refused(tmp_path, refused):
    refused(making.forge(tmp_path / "x.tar", MANIFEST, GOOD, sums=b"0" * 64 + b"  MANIFEST.json\n"))


def test_too_many_files_are_refused(tmp_path, refused, monkeypatch):
    path = making.forge(tmp_path / "x.tar", MANIFEST, {**GOOD, **{f"code/{n:064x}.py": b"" for n in range(20)}})
    monkeypatch.setattr(archive, "MAX_MEMBERS", 10)
    refused(path)


@pytest.mark.parametrize(
    "events",
    [
        b"",
        b"not gzip",
        zipped(TEXT)[:-4],
        zipped(TEXT) + b"more",
        zipped(TEXT) + zipped(TEXT),
        zipped(TEXT) + bytes(200_000),
        gzip.compress(TEXT[:-1]),
        gzip.compress(TEXT + b"x\n"),
        gzip.compress(TEXT + TEXT),
        gzip.compress(TEXT.replace(b"page/b", b"page/x")),
        gzip.compress(b"".join(reversed(LINES))),
        gzip.compress(LINES[0] + b"0" * 32 + LINES[1][32:] + LINES[2] + LINES[3]),
        gzip.compress(b""),
    ],
)
def test_events_that_are_not_the_journal_are_refused(tmp_path, refused, events):
    refused(making.forge(tmp_path / "x.tar", MANIFEST, {PART.file: events}))


def test_bytes_behind_a_gzip_file_that_fills_whole_chunks_are_seen(tmp_path, refused):
    plain = zipped(TEXT)
    named = plain[:3] + b"\x08" + plain[4:10] + b"n" * (65_536 - len(plain) - 1) + b"\0" + plain[10:]
    assert len(named) == 65_536
    path = making.forge(tmp_path / "x.tar", MANIFEST, {PART.file: named})
    assert merge(tmp_path / "other", [path]).bundles == 1
    refused(making.forge(tmp_path / "x.tar", MANIFEST, {PART.file: named + b"more"}))


@pytest.mark.parametrize(
    "fields",
    [
        {"type": "page"},
        {"type": "page", "page": "a" * 201},
        {"type": "page", "page": "a\u001b[31m"},
        {"type": "attempt", "exercise": "a"},
        {"type": 5},
        {"type": "journal"},
    ],
)
def test_a_well_chained_line_that_is_no_event_is_refused(tmp_path, refused, fields):
    first, end = chained(encode_header(J, ANA), start_of(J))
    body = json.dumps({"at": 0, "id": making.hexes("e"), "seq": 1, **fields}).encode()
    second, end = chained(body, end)
    manifest = bad_part(to=1, chain=end.chain)
    refused(making.forge(tmp_path / "x.tar", manifest, {PART.file: zipped(first + second)}))


def test_a_program_that_was_changed_is_refused(tmp_path, refused):
    program = b"print('what the learner wrote')"
    path = making.forge(tmp_path / "x.tar", MANIFEST, {**GOOD, f"code/{making.fingerprint(program)}.py": program})
    assert merge(tmp_path / "other", [path]).bundles == 1
    path.write_bytes(path.read_bytes().replace(b"what the learner", b"what no  learner"))
    refused(path)


def test_a_newer_kind_of_event_is_taken_as_it_came(tmp_path):
    first, end = chained(encode_header(J, ANA), start_of(J))
    body = json.dumps({"at": 0, "id": making.hexes("e"), "seq": 1, "type": "badge", "new": [1, {}]}).encode()
    second, end = chained(body, end)
    path = making.forge(tmp_path / "x.tar", bad_part(to=1, chain=end.chain), {PART.file: zipped(first + second)})
    assert merge(tmp_path / "store", [path]).new_events == 1
    assert (tmp_path / "store" / "journals" / f"{J}.jnl").read_bytes() == first + second


def test_a_newer_bundle_asks_for_an_update(tmp_path, refused):
    newer = manifest_bytes(MANIFEST).replace(b'"format":1', b'"format":2')
    (tmp_path / "x.tar").write_bytes(making.archive({"MANIFEST.json": newer, "SHA256SUMS": b""}))
    assert "Update the tutor" in refused(tmp_path / "x.tar")


@pytest.mark.parametrize("filling", [b"\0", b"\n", b"a"])
def test_a_file_that_unpacks_to_far_more_is_stopped_early(tmp_path, refused, filling):
    bomb = gzip.compress(filling * (300 * 1024**2), mtime=0)
    path = making.forge(tmp_path / "x.tar", MANIFEST, {PART.file: bomb})
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    refused(path)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 32 * 1024


def test_a_journal_that_is_too_long_is_stopped(tmp_path, monkeypatch):
    path = making.forge(tmp_path / "x.tar", MANIFEST, GOOD)
    monkeypatch.setattr(bundle_reading, "MAX_JOURNAL", len(TEXT) - 1)
    merged = merge(tmp_path / "store", [path])
    assert (merged.bundles, merged.new_events) == (0, 0)
    monkeypatch.setattr(bundle_reading, "MAX_JOURNAL", len(TEXT))
    assert merge(tmp_path / "store", [path]).bundles == 1


def test_all_journals_together_have_a_bound(tmp_path, monkeypatch):
    parts = []
    for number in range(3):
        journal = making.hexes(str(number))
        parts.append(making.part_of(making.lines_of(journal, ANA, "a" * 200), journal, ANA))
    path = making.write(tmp_path / "stick", *parts)
    unpacked = sum(len(text) for _, text in parts)
    assert path.stat().st_size < unpacked
    monkeypatch.setattr(bundle_reading, "MAX_BUNDLE", unpacked)
    assert merge(tmp_path / "store", [path]).bundles == 0
    monkeypatch.setattr(bundle_reading, "MAX_BUNDLE", unpacked + path.stat().st_size)
    assert merge(tmp_path / "store", [path]).bundles == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (f"code/{'0' * 64}.py", b"print()"),
        (f"code/{making.fingerprint(b'x' * 262_145)}.py", b"x" * 262_145),
    ],
)
def test_a_program_that_is_not_what_its_name_says_is_refused(tmp_path, refused, name, content):
    refused(making.forge(tmp_path / "x.tar", MANIFEST, {**GOOD, name: content}))
    assert not (tmp_path / "store" / "code").exists()


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_change_to_a_manifest_is_refused_or_says_the_same(data):
    content = bytearray(manifest_bytes(MANIFEST))
    for _ in range(data.draw(st.integers(1, 3))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(32, 126))
    with contextlib.suppress(ValueError, SyncError):
        assert manifest_bytes(read_manifest(bytes(content))) == content
