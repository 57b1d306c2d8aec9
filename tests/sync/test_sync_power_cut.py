"""Power cuts: at every moment of a run, whatever was acknowledged is there, and the room goes on.

Each check is also run against the room with one promise broken, and must see it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from power_cuts import Recording, no_sync

from sync import Attempt, HintTaken, Journal, PageRead, SyncError, durable, export, journal_files, merge, progress_of
from sync.bundle_reading import read_bundle
from sync.sealed import fingerprint

LEARNER = "a" * 32


def work(recording: Recording, home: Path) -> list[str]:
    """A learner's two visits; returns the ids in the order they were issued."""
    issued = []

    def keep(journal, what):
        event = journal.append(what)
        issued.append(event.id)
        recording.acknowledge(event.id)

    with Journal.open(home, LEARNER) as journal:
        keep(journal, Attempt("a/b", "a@1", "not_yet", 0, 1, "print(0)"))
        keep(journal, PageRead("a/b#1"))
    with Journal.open(home, LEARNER) as journal:
        keep(journal, HintTaken("a/b", 1))
        keep(journal, Attempt("a/b", "a@1", "passed", 1, 1, "print(1)"))
    return issued


def faults(recording: Recording, issued: list[str], scratch: Path, monkeypatch) -> Iterator[str]:
    """What the room does not keep of its promises, in any state the disk may be in."""
    monkeypatch.setattr(os, "fsync", os.fstat)
    for disk in recording.states(some=6):
        folder = scratch / "state"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        disk.put_in(folder)
        try:
            fault = fault_of(folder / "home", disk.acknowledged, issued)
        except (SyncError, OSError) as error:
            fault = str(error)
        if fault:
            yield f"after step {disk.moment}, luck {disk.luck}: {fault}"


def fault_of(home: Path, acknowledged: list[str], issued: list[str]) -> str:
    with Journal.open(home, LEARNER) as journal:
        events = list(journal.events())
        ids = [event.id for event in events]
        if not set(acknowledged) <= set(ids):
            return "an acknowledged event is gone"
        if len(set(ids) - set(issued)) > 1:
            return "an event that was never made"
        if any(isinstance(event.what, Attempt) and journal.code_of(event.what) is None for event in events):
            return "an attempt without its program"
        if journal.progress() != progress_of(events):
            return "the view differs from the journal"
        more = journal.append(PageRead("a/b#2"))
    with Journal.open(home, LEARNER) as journal:
        if [event.id for event in journal.events()] != [*ids, more.id]:
            return "it does not go on"
    return ""


def test_nothing_acknowledged_is_lost(tmp_path, monkeypatch):
    (tmp_path / "disk").mkdir()
    recording = Recording(tmp_path / "disk")
    with monkeypatch.context() as patch:
        recording.listen(patch)
        issued = work(recording, tmp_path / "disk" / "home")
    assert list(faults(recording, issued, tmp_path, monkeypatch)) == []


def acknowledge_before_sync(patch):
    patch.setattr(journal_files, "append_line", durable.write_all)


def forget_the_names(patch):
    for module in (durable, journal_files):
        patch.setattr(module, "sync_folder", no_sync)


def forget_to_sync_programs(patch):
    def keep_code(folder, code):
        content = code.encode()
        path = folder / "code" / f"{fingerprint(content)}.py"
        descriptor = durable.open_plain(path, os.O_WRONLY | os.O_CREAT)
        durable.write_all(descriptor, content)
        os.close(descriptor)

    patch.setattr(journal_files, "keep_code", keep_code)


@pytest.mark.parametrize("mutant", [acknowledge_before_sync, forget_the_names, forget_to_sync_programs])
def test_the_check_sees_a_broken_promise(tmp_path, monkeypatch, mutant):
    (tmp_path / "disk").mkdir()
    recording = Recording(tmp_path / "disk")
    with monkeypatch.context() as patch:
        mutant(patch)
        recording.listen(patch)
        issued = work(recording, tmp_path / "disk" / "home")
    assert any(faults(recording, issued, tmp_path, monkeypatch))


def test_the_check_sees_a_torn_line_that_is_not_cut(tmp_path, monkeypatch):
    (tmp_path / "disk").mkdir()
    recording = Recording(tmp_path / "disk")
    with monkeypatch.context() as patch:
        recording.listen(patch)
        issued = work(recording, tmp_path / "disk" / "home")
    monkeypatch.setattr(journal_files, "_cut_torn_end", no_sync)
    assert any(faults(recording, issued, tmp_path, monkeypatch))


def exported(recording: Recording, station, stick: Path) -> None:
    recording.acknowledge(export(station.folder, stick).path.name)


def bundle_faults(recording: Recording, scratch: Path) -> list[str]:
    found = []
    for disk in recording.states():
        folder = scratch / "state"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        disk.put_in(folder)
        for path in folder.glob("facility-tutor-*.tar"):
            try:
                read_bundle(path)
            except SyncError as error:
                found.append(str(error))
        found += [name for name in disk.acknowledged if not (folder / name).exists()]
    return found


@pytest.mark.parametrize("breaks", [False, True])
def test_a_bundle_is_whole_or_not_there(station, tmp_path, monkeypatch, breaks):
    with station.open() as journal:
        station.work(journal, 5)
    stick = tmp_path / "stick"
    stick.mkdir()
    recording = Recording(stick)
    with monkeypatch.context() as patch:
        recording.listen(patch)
        if breaks:
            patch.setattr(os, "fsync", no_sync)
        exported(recording, station, stick)
    assert bool(bundle_faults(recording, tmp_path)) is breaks


@pytest.mark.parametrize("grows", [False, True])
def test_a_merge_that_is_cut_off_loses_nothing_and_can_be_done_again(
    station, make_station, tmp_path, monkeypatch, grows
):
    """The store's journal forks in the recorded merge; or it has forked, and the shorter way becomes the longer."""
    with station.open() as journal:
        station.work(journal, 6)
    clone = make_station("clone")
    shutil.copytree(station.folder, clone.folder)
    work_and_export(station, 3, tmp_path / "one")
    work_and_export(clone, 2, tmp_path / "two")
    disk = tmp_path / "disk"
    disk.mkdir()
    merge(disk / "store", [tmp_path / "one"])
    if grows:
        merge(disk / "store", [tmp_path / "two"])
        work_and_export(clone, 4, tmp_path / "two")
    before = lines_in(disk / "store")
    recording = Recording(disk)
    with monkeypatch.context() as patch:
        recording.listen(patch)
        merge(disk / "store", [tmp_path / "two"])
        recording.acknowledge("merged")
    after = lines_in(disk / "store")
    goal = files_in(disk / "store")
    monkeypatch.setattr(os, "fsync", os.fstat)
    assert len(after) > len(before)
    for state in recording.states(some=1):
        folder = tmp_path / "state"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        state.put_in(folder)
        found = lines_in(folder / "store")
        assert before <= found <= after
        assert not state.acknowledged or found == after
        merge(folder / "store", [tmp_path / "two"])
        assert files_in(folder / "store") == goal


def work_and_export(station, events: int, stick: Path) -> None:
    with station.open() as journal:
        station.work(journal, events)
    stick.mkdir(exist_ok=True)
    export(station.folder, stick)


def lines_in(store: Path) -> set[bytes]:
    return {line for path in (store / "journals").glob("*.jnl") for line in path.read_bytes().splitlines()}


def files_in(store: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (store / "journals").glob("*.jnl")}
