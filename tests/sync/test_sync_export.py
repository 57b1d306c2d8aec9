"""Exporting: one file on a stick that stock tools can open, or a sentence and nothing."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from types import SimpleNamespace

import pytest

from sync import Busy, SyncError, bundle, export, merge, report
from sync.bundle_reading import read_bundle
from sync.events import encode_header
from sync.locking import Lock


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def learners_work(station, **events):
    for name, count in events.items():
        with station.open(name) as journal:
            station.work(journal, count)


def test_everything_is_in_one_bundle(station, stick):
    learners_work(station, Ana=5, Zoë=3)
    exported = export(station.folder, stick)
    assert (exported.learners, exported.events, exported.notes) == (2, 8, ())
    assert exported.bytes == exported.path.stat().st_size
    assert os.listdir(stick) == [exported.path.name]
    manifest = read_bundle(exported.path).manifest
    assert {name for _, name in manifest.learners} == {"Ana", "Zoë"}
    assert exported.path.name == f"facility-tutor-{manifest.station}-8-{manifest.id[:8]}.tar"
    assert [(part.first, part.to) for part in manifest.parts] in ([(0, 5), (0, 3)], [(0, 3), (0, 5)])


def test_stock_tools_open_a_bundle(station, stick, tmp_path):
    learners_work(station, Ana=5, Žofie=3)
    path = export(station.folder, stick, with_code=True).path
    (tmp_path / "out").mkdir()
    listed = subprocess.run(["tar", "-tf", path], check=True, capture_output=True, text=True)
    assert listed.stdout.splitlines()[:2] == ["MANIFEST.json", "SHA256SUMS"]
    assert listed.stderr == ""
    subprocess.run(["tar", "-xf", path, "-C", tmp_path / "out"], check=True)
    checked = subprocess.run(
        ["sha256sum", "-c", "SHA256SUMS"], cwd=tmp_path / "out", check=True, capture_output=True, text=True
    )
    assert checked.stdout.count(": OK") == len(listed.stdout.splitlines()) - 1
    for packed in (tmp_path / "out" / "events").iterdir():
        lines = subprocess.run(["gzip", "-dc", packed], check=True, capture_output=True).stdout
        (journal,) = [
            path
            for path in station.folder.glob("learners/*/attempts.jnl")
            if packed.name[:32].encode() in path.read_bytes()
        ]
        assert lines == journal.read_bytes()


def test_programs_stay_here_unless_asked_for(station, stick, tmp_path):
    learners_work(station, Ana=6)
    bare = export(station.folder, stick).path
    assert b"print(" not in b"".join(content for _, content in read_bundle(bare).programs())
    full = export(station.folder, stick, with_code=True).path
    assert len(list(read_bundle(full).programs())) == 3
    for _ in "twice":
        merge(tmp_path / "store", [full])
    for path in (station.folder_of() / "code").iterdir():
        assert (tmp_path / "store" / "code" / path.name).read_bytes() == path.read_bytes()


def test_the_same_content_makes_the_same_file(station, stick):
    learners_work(station, Ana=4)
    first = export(station.folder, stick)
    before = first.path.stat()
    again = export(station.folder, stick)
    assert again == first
    assert again.path.stat().st_mtime_ns == before.st_mtime_ns
    learners_work(station, Ana=1)
    assert export(station.folder, stick).path != first.path
    assert len(os.listdir(stick)) == 2


def test_a_damaged_bundle_of_the_same_name_is_replaced(station, stick):
    learners_work(station, Ana=4)
    path = export(station.folder, stick).path
    path.write_bytes(path.read_bytes()[:1000])
    assert read_bundle(export(station.folder, stick).path)


def test_a_learner_may_be_signed_in(station, stick, tmp_path):
    with station.open() as journal:
        kept = station.work(journal, 4)
        exported = export(station.folder, stick)
        kept += station.work(journal, 2)
    assert exported.events == 4
    assert exported.notes == ()
    merge(tmp_path / "store", [stick])
    assert report(tmp_path / "store")[station.learner()].events == 4


def test_an_unfinished_line_is_left_for_next_time(station, stick):
    learners_work(station, Ana=4)
    path = station.folder_of() / "attempts.jnl"
    content = path.read_bytes() + b'0123456789abcdef0123456789abcdef {"at":17'
    path.write_bytes(content)
    exported = export(station.folder, stick)
    assert (exported.events, exported.notes) == (4, ())
    assert path.read_bytes() == content


def test_what_is_exported_is_durable_here_first(station, stick, monkeypatch):
    learners_work(station, Ana=2)
    steps = []
    real_fsync, real_write = os.fsync, os.write

    def name_of(descriptor):
        return os.path.basename(os.readlink(f"/proc/self/fd/{descriptor}"))

    monkeypatch.setattr(os, "fsync", lambda fd: (steps.append(f"sync {name_of(fd)}"), real_fsync(fd)))
    monkeypatch.setattr(
        os, "write", lambda fd, content: (steps.append(f"write {name_of(fd)}"), real_write(fd, content))[1]
    )
    path = export(station.folder, stick).path
    assert steps.index("sync attempts.jnl") < steps.index(f"write part-{path.name}")


def test_one_damaged_journal_does_not_hold_up_the_others(station, stick, tmp_path):
    learners_work(station, Ana=5, Ben=4)
    path = station.folder_of("Ana") / "attempts.jnl"
    lines = path.read_bytes().splitlines(keepends=True)
    lines[3] = lines[3].replace(b"{", b"[", 1)
    path.write_bytes(b"".join(lines))
    exported = export(station.folder, stick)
    assert (exported.learners, exported.events) == (2, 6)
    assert "damaged after line 3" in exported.notes[0]
    merge(tmp_path / "store", [stick])
    assert {each.name: progress.events for each, progress in report(tmp_path / "store").items()} == {"Ana": 2, "Ben": 4}


def test_a_copied_folder_is_not_taken_for_another_learner(station, stick):
    learners_work(station, Ana=2)
    shutil.copytree(station.folder_of(), station.folder / "learners" / ("f" * 32))
    exported = export(station.folder, stick)
    assert (exported.learners, exported.events) == (1, 2)
    assert "copy from another place" in exported.notes[0]


def test_what_can_not_be_read_is_told_and_the_rest_goes_out(station, stick):
    learners_work(station, Ana=2, Ben=2)
    (station.folder_of("Ana") / f"attempts-{'0' * 32}.jnl").write_bytes(b"no heading\n")
    (station.folder_of("Ana") / f"attempts-{'1' * 32}.jnl").write_bytes(b"")
    (station.folder_of("Ana") / f"attempts-{'2' * 32}.jnl").write_bytes(
        b"0" * 32 + b" " + encode_header("2" * 32, "3" * 32) + b"\n"
    )
    (station.folder_of("Ben") / "attempts.jnl").unlink()
    (station.folder_of("Ben") / "attempts.jnl").symlink_to(station.folder_of("Ana") / "attempts.jnl")
    (station.folder / "learners" / "a note.txt").write_text("hello")
    exported = export(station.folder, stick)
    assert (exported.learners, exported.events) == (1, 2)
    assert sorted("no heading" in note for note in exported.notes) == [False, False, True]
    assert any("could not be read" in note for note in exported.notes)


def test_without_a_list_of_learners_the_work_still_goes_out(station, stick):
    learners_work(station, Ana=2)
    for name in ("roster.json", "roster.json.bak"):
        (station.folder / name).write_bytes(b"{")
    exported = export(station.folder, stick)
    assert exported.events == 2
    assert "no names" in exported.notes[0]


def test_a_damaged_program_is_left_out_and_told(station, stick):
    learners_work(station, Ana=6)
    for path in (station.folder_of() / "code").iterdir():
        path.write_bytes(b"?")
    exported = export(station.folder, stick, with_code=True)
    assert len(exported.notes) == 3
    assert list(read_bundle(exported.path).programs()) == []


def test_nothing_to_export_is_said(station, stick):
    station.learner()
    station.open().close()
    exported = export(station.folder, stick)
    assert (exported.path, exported.events) == (None, 0)
    assert "nothing to export yet" in exported.notes[0]
    assert os.listdir(stick) == []


@pytest.mark.parametrize("target", ["missing", "file"])
def test_a_target_that_is_no_folder_is_said(station, stick, target):
    learners_work(station, Ana=1)
    (stick / "file").write_text("x")
    with pytest.raises(SyncError, match="Put the stick in"):
        export(station.folder, stick / target)


@pytest.mark.parametrize(
    ("call", "failure"),
    [
        ("write", (errno.ENOSPC, "stick is full")),
        ("write", (errno.EIO, "stopped taking part")),
        ("fsync", (errno.EIO, "stopped taking part")),
        ("open", (errno.EROFS, "can't be written to")),
        ("replace", (errno.ENODEV, "stopped taking part")),
        ("replace", (errno.EACCES, "can't be written to")),
    ],
)
def test_when_the_stick_fails_there_is_a_sentence_and_no_bundle(station, stick, monkeypatch, call, failure):
    number, said = failure
    learners_work(station, Ana=3)
    (stick / "old.tar").write_bytes(b"old")
    real = getattr(os, call)

    def fails(first, *arguments, **more):
        name = os.readlink(f"/proc/self/fd/{first}") if isinstance(first, int) else str(first)
        if str(stick) in name:
            raise OSError(number, "")
        return real(first, *arguments, **more)

    with monkeypatch.context() as patch:
        patch.setattr(os, call, fails)
        with pytest.raises(SyncError, match=said):
            export(station.folder, stick)
    assert os.listdir(stick) == ["old.tar"]
    assert export(station.folder, stick).events == 3


def test_a_full_stick_is_seen_before_writing(station, stick, monkeypatch):
    learners_work(station, Ana=3)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=4096))
    with pytest.raises(SyncError, match=r"needs 1\.0 MB and 0\.0 MB are free"):
        export(station.folder, stick)


def test_a_stick_that_reads_back_something_else_is_told(station, stick, monkeypatch):
    learners_work(station, Ana=3)
    real_write = os.write

    def lies(descriptor, content):
        name = os.readlink(f"/proc/self/fd/{descriptor}")
        return real_write(descriptor, bytes(len(content)) if "part-" in name else content)

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", lies)
        with pytest.raises(SyncError, match="does not read back the same"):
            export(station.folder, stick)
    assert os.listdir(stick) == []


def test_debris_of_an_export_that_was_cut_off_goes_away(station, stick):
    learners_work(station, Ana=3)
    (stick / "part-facility-tutor-00000000-1-00000000.tar").write_bytes(b"half")
    (stick / "part-of-something-else").write_bytes(b"mine")
    exported = export(station.folder, stick)
    assert sorted(os.listdir(stick)) == [exported.path.name, "part-of-something-else"]


def test_two_exports_do_not_meet(station, stick):
    learners_work(station, Ana=1)
    with Lock(station.folder / "export.lock", ""), pytest.raises(Busy, match="exporting right now"):
        export(station.folder, stick)


def test_a_damaged_station_file_gives_a_new_station(station, stick):
    learners_work(station, Ana=1)
    export(station.folder, stick)
    (station.folder / "station.json").write_bytes(b"{")
    assert export(station.folder, stick).events == 1
    assert (station.folder / "station.json.damaged-1").read_bytes() == b"{"


def test_a_bundle_has_a_bound(station, stick, monkeypatch):
    learners_work(station, Ana=3)
    monkeypatch.setattr(bundle, "MAX_BUNDLE", 1000)
    with pytest.raises(SyncError, match="more than one bundle holds"):
        export(station.folder, stick)
    assert os.listdir(stick) == []
