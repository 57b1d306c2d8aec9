"""Real processes that die, and real disks that are full."""

from __future__ import annotations

import contextlib
import os
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sync import PageRead, SyncError, progress_of

WRITER = Path(__file__).with_name("writer.py")


def start_writer(station, events=0, **more):
    arguments = [sys.executable, "-u", WRITER, station.folder_of(), station.learner().id, str(events)]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, **more)


def test_every_acknowledged_event_survives_a_process_that_is_stopped_at_any_moment(station):
    rng = random.Random(1)
    acknowledged = []
    for _ in range(12):
        with start_writer(station) as process:
            lines = [process.stdout.readline()]
            time.sleep(rng.uniform(0, 0.15))
            process.kill()
            lines += process.stdout.readlines()
        acknowledged += [line.split()[1] for line in lines if line.startswith("kept") and line.endswith("\n")]
        with station.open() as journal:
            events = list(journal.events())
            assert set(acknowledged) <= {event.id for event in events}
            assert len(events) - len(acknowledged) <= 12
            assert all(journal.code_of(event.what) is not None for event in events)
            assert journal.progress() == progress_of(events)
    assert len(acknowledged) > 100


@pytest.fixture
def tiny_disk(tmp_path):
    folder = tmp_path / "tiny"
    folder.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", folder], capture_output=True)
    if done.returncode:
        pytest.skip("this account can't mount a tiny disk")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk_loses_nothing_that_was_acknowledged(tiny_disk, station):
    station.folder = tiny_disk / "home"
    filler = tiny_disk / "filler"
    kept = []
    with station.open() as journal:
        kept += station.work(journal, 8)
        with filler.open("wb") as file, contextlib.suppress(OSError):
            while True:
                os.write(file.fileno(), bytes(4096))
        refused = []
        for n in range(200):
            try:
                kept.append(journal.append(PageRead(f"page#{n}")))
            except SyncError as error:
                refused.append((PageRead(f"page#{n}"), str(error)))
                if len(refused) == 3:
                    break
        assert [said.startswith("The disk is full.") for _, said in refused] == [True] * 3
        assert [event.id for event in journal.events()] == [event.id for event in kept]
        filler.unlink()
        kept.append(journal.append(PageRead("after")))
        pages = [event.what.page for event in journal.events() if isinstance(event.what, PageRead)]
        assert all(pages.count(each.page) == 1 for each, _ in refused)
    with station.open() as journal:
        events = list(journal.events())
        assert {event.id for event in kept} <= {event.id for event in events}
        assert len(events) == len(kept) + len(refused)
        assert journal.progress() == progress_of(events)


def test_a_line_cut_by_a_limit_is_never_acknowledged(station):
    limit = 3000
    with start_writer(
        station, 12, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    ) as process:
        lines = process.stdout.read().splitlines()
    acknowledged = [line.split()[1] for line in lines if line.startswith("kept")]
    refused = [line for line in lines if line.startswith("not kept")]
    assert refused
    assert all("The disk is full." in line for line in refused)
    first = station.folder_of() / "attempts.jnl"
    assert first.stat().st_size == limit
    with station.open() as journal:
        found = [event.id for event in journal.events()]
        assert set(acknowledged) <= set(found)
        assert len(found) == 12
    (torn,) = station.folder_of().glob("attempts.torn-1")
    assert first.stat().st_size + torn.stat().st_size == limit
