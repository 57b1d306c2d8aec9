"""Merging: a union, whatever the order, and nothing of a bundle that is not whole."""

from __future__ import annotations

import importlib
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import making
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync import Busy, SyncError, export, merge, progress_of, report
from sync.locking import Lock

merge_module = importlib.import_module("sync.merging")

J, K = making.hexes("j"), making.hexes("k")
ANA, BEN = making.hexes("ana"), making.hexes("ben")


def journals(store: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (store / "journals").iterdir()}


@pytest.fixture
def two_stations(make_station, tmp_path):
    stations = [make_station("north"), make_station("south")]
    kept = {}
    for number, station in enumerate(stations):
        for name in ("Ana", "Žofie"):
            with station.open(name) as journal:
                kept[station.learner(name)] = station.work(journal, 6 + number)
        (tmp_path / f"stick-{number}").mkdir()
        export(station.folder, tmp_path / f"stick-{number}")
    return stations, [tmp_path / "stick-0", tmp_path / "stick-1"], kept


def test_head_office_sees_what_every_learner_did(two_stations, tmp_path):
    _, sticks, kept = two_stations
    merged = merge(tmp_path / "store", sticks)
    assert (merged.bundles, merged.new_events, merged.known_events, merged.notes) == (2, 26, 0, ())
    assert {each.learner: each.new_events for each in merged.learners} == {each: len(kept[each]) for each in kept}
    assert report(tmp_path / "store") == {each: progress_of(events) for each, events in kept.items()}


def test_merging_again_changes_nothing(two_stations, tmp_path):
    _, sticks, _ = two_stations
    store = tmp_path / "store"
    merge(store, sticks)
    before = {path: path.stat().st_mtime_ns for path in (store / "journals").iterdir()}
    merged = merge(store, [*sticks, *sticks])
    assert (merged.new_events, merged.known_events, merged.notes) == (0, 52, ())
    assert {path: path.stat().st_mtime_ns for path in (store / "journals").iterdir()} == before
    assert os.listdir(store / "incoming") == []


def test_a_newer_bundle_adds_only_what_is_new_and_an_older_one_nothing(two_stations, tmp_path):
    stations, sticks, _ = two_stations
    old = next(sticks[0].iterdir())
    with stations[0].open("Ana") as journal:
        stations[0].work(journal, 3)
    new = export(stations[0].folder, sticks[0]).path
    assert merge(tmp_path / "a", [old]).new_events == 12
    assert merge(tmp_path / "a", [new]).new_events == 3
    assert merge(tmp_path / "b", [new]).new_events == 15
    assert merge(tmp_path / "b", [old]).new_events == 0
    assert journals(tmp_path / "a") == journals(tmp_path / "b")


def test_a_bundle_cut_anywhere_is_left_out(two_stations, tmp_path):
    _, sticks, _ = two_stations
    whole = next(sticks[0].iterdir()).read_bytes()
    cut = tmp_path / "cut.tar"
    for size in [0, 1, 511, 512, *range(1024, len(whole), 1024), len(whole) - 1]:
        cut.write_bytes(whole[:size])
        merged = merge(tmp_path / "store", [cut, sticks[1]])
        assert merged.bundles == 1
        assert len(merged.notes) == 1
        said = "is empty" if size == 0 else "is not whole: its end is missing"
        assert merged.notes[0].startswith(f"cut.tar {said}")
        assert len(journals(tmp_path / "store")) == 2


@pytest.mark.usefixtures("no_waiting")
def test_a_flipped_bit_anywhere_is_seen(two_stations, tmp_path):
    _, sticks, _ = two_stations
    whole = next(sticks[0].iterdir()).read_bytes()
    changed = tmp_path / "changed.tar"
    rng = random.Random(7)
    for offset in sorted({*range(0, 1600, 41), *(rng.randrange(len(whole)) for _ in range(200))}):
        content = bytearray(whole)
        content[offset] ^= 1 << rng.randrange(8)
        changed.write_bytes(content)
        merged = merge(tmp_path / "store", [changed])
        assert (merged.bundles, merged.new_events) == (0, 0), offset
        assert len(merged.notes) == 1
    assert journals(tmp_path / "store") == {}


@pytest.mark.parametrize("content", [b"", b"hello", b"x" * 5000, bytes(1024), bytes(10240)])
def test_what_is_not_a_bundle_is_said(tmp_path, content):
    (tmp_path / "odd.tar").write_bytes(content)
    merged = merge(tmp_path / "store", [tmp_path / "odd.tar"])
    assert merged.bundles == 0
    assert len(merged.notes) == 1
    assert "odd.tar" in merged.notes[0]
    assert "Nothing of it was merged" in merged.notes[0]


def test_places_without_a_bundle_are_said(tmp_path):
    (tmp_path / "empty").mkdir()
    os.mkfifo(tmp_path / "pipe.tar")
    (tmp_path / "link.tar").symlink_to("/etc/passwd")
    merged = merge(tmp_path / "store", [tmp_path / name for name in ("empty", "missing.tar", "pipe.tar", "link.tar")])
    assert merged.bundles == 0
    assert [note.split()[0] for note in merged.notes] == ["There", "missing.tar", "pipe.tar", "link.tar"]
    assert "pipe.tar is not a bundle" in merged.notes[2]


def test_a_fork_keeps_both_ways_and_says_so(station, make_station, tmp_path):
    with station.open() as journal:
        common = station.work(journal, 3)
    clone = make_station("clone")
    shutil.copytree(station.folder, clone.folder)
    ids = {event.id for event in common}
    for each, stick in ((station, "one"), (clone, "two")):
        with each.open() as journal:
            ids |= {event.id for event in each.work(journal, 2 if each is station else 4)}
        (tmp_path / stick).mkdir()
        export(each.folder, tmp_path / stick)
    stores = []
    for order in (["one", "two"], ["two", "one"]):
        store = tmp_path / "-".join(order)
        first = merge(store, [tmp_path / order[0]])
        assert first.notes == ()
        second = merge(store, [tmp_path / order[1]])
        assert "goes on in 2 ways" in second.notes[0]
        stores.append(journals(store))
        assert report(store)[station.learner()].events == len(ids) == 9
    assert stores[0] == stores[1]
    journal = common[0].journal
    leftover = store / "journals" / f"{journal}.next-3.jnl"
    leftover.write_bytes(stores[0][f"{journal}.jnl"])
    merge(store, [tmp_path / "one"])
    assert journals(store) == stores[0]
    assert sorted(stores[0]) == [f"{journal}.branch-1.jnl", f"{journal}.jnl"]
    assert stores[0][f"{journal}.jnl"] == (clone.folder_of() / "attempts.jnl").read_bytes()
    assert stores[0][f"{journal}.branch-1.jnl"] == (station.folder_of() / "attempts.jnl").read_bytes()


def test_a_gap_waits_for_an_older_bundle(tmp_path):
    lines = making.lines_of(J, ANA, "abcdef")
    late = making.write(tmp_path / "late", making.part_of(lines, J, ANA, 4), names=((ANA, "Ana"),))
    early = making.write(tmp_path / "early", making.part_of(lines[:4], J, ANA), names=((ANA, "Ana"),))
    store = tmp_path / "store"
    merged = merge(store, [late])
    assert merged.new_events == 0
    assert "before number 4" in merged.notes[0]
    assert "bring an older bundle" in merged.notes[0]
    assert journals(store) == {}
    assert len(os.listdir(store / "waiting")) == 1
    assert "bring an older bundle" in merge(store, []).notes[0]
    closed = merge(store, [early])
    assert (closed.new_events, closed.notes) == (6, ())
    assert journals(store) == {f"{J}.jnl": b"".join(lines)}
    assert os.listdir(store / "waiting") == []
    both = merge(tmp_path / "both", [late, early])
    assert (both.new_events, both.notes) == (6, ())
    assert journals(tmp_path / "both") == journals(store)


def test_a_part_that_follows_on_another_line_is_a_gap_and_not_glued(tmp_path):
    lines = making.lines_of(J, ANA, "abcd")
    other = making.lines_of(J, ANA, "axyz")
    store = tmp_path / "store"
    merge(store, [making.write(tmp_path / "one", making.part_of(lines, J, ANA))])
    merged = merge(store, [making.write(tmp_path / "two", making.part_of(other, J, ANA, 3))])
    assert merged.new_events == 0
    assert journals(store) == {f"{J}.jnl": b"".join(lines)}


ways = st.lists(st.text("ab", max_size=7), min_size=1, max_size=4)


@settings(max_examples=30, deadline=None)
@given(ways, st.data())
def test_any_order_gives_the_same_bytes(ways, data):
    """Any tree of forks of two journals, cut into parts anywhere, in any order, in any number of calls."""
    fsync = os.fsync
    os.fsync = os.fstat
    try:
        with tempfile.TemporaryDirectory() as folder:
            paths = []
            for number, way in enumerate(ways):
                journal, learner = ((J, ANA), (K, BEN))[number % 2]
                lines = making.lines_of(journal, learner, way)
                cuts = sorted({0, *data.draw(st.lists(st.integers(0, len(lines) - 1), max_size=2))})
                for cut, after in zip(cuts, [*cuts[1:], len(lines)], strict=True):
                    part = making.part_of(lines[: data.draw(st.integers(after, len(lines)))], journal, learner, cut)
                    target = Path(folder, str(len(paths)))
                    paths.append(making.write(target, part, names=((learner, f"name {number}"),)))
            stores = []
            for name in ("one", "two"):
                store = Path(folder, name)
                order = data.draw(st.permutations(paths))
                for call in [order] if name == "one" else [[path] for path in order]:
                    merge(store, call)
                stores.append((journals(store), report(store), (store / "learners.json").read_bytes()))
                assert os.listdir(store / "waiting") == []
            assert stores[0] == stores[1]
            wanted = {
                line
                for number, way in enumerate(ways)
                for line in making.lines_of(*((J, ANA), (K, BEN))[number % 2], way)
            }
            assert {line for content in stores[0][0].values() for line in content.splitlines(keepends=True)} == wanted
    finally:
        os.fsync = fsync


def test_two_names_for_one_learner_are_both_shown(tmp_path):
    lines = making.lines_of(J, ANA, "ab")
    for number, name in enumerate(["Žofie", "Sofia"]):
        part = making.part_of(lines[: 2 + number], J, ANA)
        merge(tmp_path / "store", [making.write(tmp_path / str(number), part, names=((ANA, name),))])
    (learner,) = report(tmp_path / "store")
    assert learner.name == "Sofia / Žofie"


def test_two_merges_do_not_meet(tmp_path):
    merge(tmp_path / "store", [])
    with Lock(tmp_path / "store" / "lock", ""), pytest.raises(Busy, match="Another merge"):
        merge(tmp_path / "store", [])


def test_a_merge_that_was_stopped_can_be_done_again(two_stations, tmp_path):
    _, sticks, kept = two_stations
    store = tmp_path / "store"
    program = "import sys, pathlib; from sync import merge; merge(pathlib.Path(sys.argv[1]), [pathlib.Path(p) for p in sys.argv[2:]])"
    rng = random.Random(3)
    for _ in range(6):
        with subprocess.Popen([sys.executable, "-c", program, store, *sticks]) as process:
            try:
                process.wait(rng.uniform(0.15, 0.4))
            except subprocess.TimeoutExpired:
                process.kill()
    merge(store, sticks)
    assert report(store) == {each: progress_of(events) for each, events in kept.items()}


def test_a_full_disk_at_head_office_is_said_and_loses_nothing(two_stations, tmp_path, monkeypatch):
    _, sticks, _ = two_stations
    store = tmp_path / "store"
    merge(store, [sticks[0]])
    before = journals(store)

    def full(descriptor, content):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(SyncError, match="disk is full"):
            merge(store, [sticks[1]])
    assert journals(store) == before
    assert merge(store, [sticks[1]]).new_events == 14


def test_damage_in_the_store_is_told_and_the_others_go_on(two_stations, tmp_path):
    _, sticks, _ = two_stations
    store = tmp_path / "store"
    merge(store, sticks[:1])
    path = min((store / "journals").iterdir())
    damaged = path.read_bytes().replace(b"{", b"[", 3)
    path.write_bytes(damaged)
    merged = merge(store, sticks)
    assert f"{path} is damaged in line" in merged.notes[0]
    assert len(merged.notes) == 1
    assert merged.new_events == 14
    assert path.read_bytes() == damaged
    path.rename(tmp_path / "moved away")
    assert merge(store, sticks).notes == ()
    assert len(journals(store)) == 4
    assert os.listdir(store / "waiting") == []


def test_a_journal_without_a_heading_in_the_store_is_told(two_stations, tmp_path):
    _, sticks, _ = two_stations
    store = tmp_path / "store"
    merge(store, sticks)
    (store / "journals" / "a note.txt").write_text("hello")
    assert len(report(store)) == 4
    path = min((store / "journals").glob("*.jnl"))
    path.write_bytes(b"#" * 40 + path.read_bytes())
    with pytest.raises(SyncError, match=f"{path.name} has no heading"):
        report(store)


def test_a_damaged_list_of_names_holds_up_no_events(two_stations, tmp_path):
    _, sticks, _ = two_stations
    store = tmp_path / "store"
    merge(store, sticks[:1])
    (store / "learners.json").write_bytes(b"{")
    merged = merge(store, sticks[1:])
    assert merged.new_events == 14
    assert "learners.json is damaged" in merged.notes[0]
    assert {each.learner.name for each in merged.learners} == {""}
    assert (store / "learners.json").read_bytes() == b"{"


def test_a_waiting_bundle_that_was_damaged_is_told_and_kept(tmp_path):
    lines = making.lines_of(J, ANA, "abc")
    store = tmp_path / "store"
    merge(store, [making.write(tmp_path / "late", making.part_of(lines, J, ANA, 2))])
    (waiting,) = (store / "waiting").iterdir()
    waiting.write_bytes(waiting.read_bytes()[:700])
    assert waiting.name in merge(store, []).notes[0]
    assert waiting.exists()


def test_a_stick_that_goes_away_while_it_is_read_is_told(two_stations, tmp_path, monkeypatch):
    _, sticks, _ = two_stations
    real_open, real_list = os.open, Path.iterdir

    def gone(path, *arguments, **more):
        if str(sticks[0]) in str(path):
            raise OSError(5, "Input/output error")
        return real_open(path, *arguments, **more)

    def not_listed(path):
        if path == tmp_path / "other":
            raise OSError(5, "Input/output error")
        return real_list(path)

    (tmp_path / "other").mkdir()
    monkeypatch.setattr(os, "open", gone)
    monkeypatch.setattr(Path, "iterdir", not_listed)
    merged = merge(tmp_path / "store", [sticks[0], sticks[1], tmp_path / "other"])
    assert merged.bundles == 1
    assert sorted("could not be read" in note for note in merged.notes) == [True, True]


def test_a_file_that_grows_while_it_is_copied_is_left_out(two_stations, tmp_path, monkeypatch):
    _, sticks, _ = two_stations
    size = max(path.stat().st_size for path in sticks[0].iterdir())
    monkeypatch.setattr(merge_module, "MAX_BUNDLE", size - 1)
    merged = merge(tmp_path / "store", sticks[:1])
    assert merged.bundles == 0
    assert "grew while it was read" in merged.notes[0]
