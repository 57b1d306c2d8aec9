"""The journal: what it acknowledges stays, and what a file may have suffered is mended or told."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys

import pytest
from tinydb import TinyDB

from sync import Attempt, Busy, Journal, PageRead, SyncError, journal_files, progress_of, set_aside
from sync import journal as journal_module
from sync.chain import start_of, whole_lines
from sync.sealed import read_sealed, write_sealed
from sync.tables import WholeFile


def torn_files(folder):
    return sorted(path.name for path in folder.glob("attempts*.torn-*"))


def reopened(station):
    with station.open() as journal:
        return list(journal.events())


def test_what_was_kept_is_there_again(station):
    with station.open() as journal:
        kept = station.work(journal, 20)
        assert list(journal.events()) == kept
        assert [event.seq for event in kept] == list(range(1, 21))
        progress = journal.progress()
    with station.open() as journal:
        assert list(journal.events()) == kept
        assert journal.progress() == progress == progress_of(kept)
        assert journal.notes == []


def test_a_program_is_kept_beside_and_found_by_its_attempt(station):
    odd = "print('\ud800 é \U0001f600')\r\n"
    with station.open() as journal:
        event = journal.append(Attempt("a", "a@1", "passed", 1, 1, odd))
        path = journal.folder / "code" / f"{event.what.code_sha256}.py"
        assert path.read_bytes() == odd.encode("utf-8", "surrogatepass")
        (again,) = journal.events()
        assert again.what.code == ""
        assert journal.code_of(again.what) == odd
        path.write_bytes(b"something else")
        assert journal.code_of(again.what) is None
        journal.append(Attempt("a", "a@1", "passed", 1, 1, odd))
        assert journal.code_of(again.what) == odd
        assert journal.code_of(Attempt("a", "a@1", "passed", 1, 1)) == ""


def test_files_are_for_their_owner_only(station):
    with station.open() as journal:
        station.work(journal, 4)
        folder = journal.folder
    for path in [folder, *folder.rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


@pytest.mark.parametrize("name", ["attempts.jnl", "own.json", "lock"])
def test_a_link_in_place_of_a_file_is_not_followed(station, tmp_path, name):
    reopened(station)
    folder = station.folder_of()
    (tmp_path / "elsewhere").write_bytes((folder / name).read_bytes())
    (folder / name).unlink()
    (folder / name).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(SyncError):
        station.open()


def test_one_window_at_a_time(station):
    with station.open() as journal, pytest.raises(Busy, match="another window"):
        Journal.open(journal.folder, journal.learner)
    reopened(station)


def test_another_process_is_kept_out_and_let_in_when_the_first_dies(station):
    folder, learner = station.folder_of(), station.learner().id
    hold = (
        "import sys, pathlib, time; from sync import Journal;"
        "j = Journal.open(pathlib.Path(sys.argv[1]), sys.argv[2]); print('open', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", hold, folder, learner], stdout=subprocess.PIPE) as process:
        process.stdout.readline()
        with pytest.raises(Busy):
            station.open()
        process.kill()
        process.wait()
    station.open().close()


def test_after_closing_nothing_is_taken(station):
    journal = station.open()
    journal.close()
    journal.close()
    with pytest.raises(SyncError, match="closed"):
        journal.append(PageRead("a"))


@pytest.mark.parametrize(
    "what",
    [
        PageRead(""),
        Attempt("a", "a@1", "passed", 1, 1, "x" * 262_145),
        Attempt("a", "a@1", "passed", 1, 1, code_sha256="0" * 64),
    ],
)
def test_what_can_not_be_kept_is_refused_and_leaves_nothing(station, what):
    with station.open() as journal:
        with pytest.raises(SyncError):
            journal.append(what)
        kept = station.work(journal, 1)
        assert list(journal.events()) == kept


def test_a_folder_of_another_learner_is_refused(station):
    reopened(station)
    with pytest.raises(SyncError, match="another learner"):
        Journal.open(station.folder_of(), "f" * 32)
    (station.folder_of() / "own.json").unlink()
    with pytest.raises(SyncError, match="another learner"):
        Journal.open(station.folder_of(), "f" * 32)
    with pytest.raises(SyncError, match="32 hex digits"):
        Journal.open(station.folder_of(), "../x")


@pytest.mark.parametrize("keeps_view", [True, False])
@pytest.mark.usefixtures("no_waiting")
def test_a_torn_last_line_is_kept_aside_wherever_it_tore(station, keeps_view):
    with station.open() as journal:
        kept = station.work(journal, 4)
    folder = station.folder_of()
    path = folder / "attempts.jnl"
    before = path.read_bytes()
    view = (folder / "state.json").read_bytes()
    with station.open() as journal:
        station.work(journal, 1)
    whole = path.read_bytes()
    for size in range(len(before) + 1, len(whole)):
        path.write_bytes(whole[:size])
        (folder / "state.json").unlink(missing_ok=True)
        (folder / "state.json.bak").unlink(missing_ok=True)
        if keeps_view:
            (folder / "state.json").write_bytes(view)
        with station.open() as journal:
            assert list(journal.events()) == kept
            assert journal.progress() == progress_of(kept)
            assert path.read_bytes() == before
        (torn,) = torn_files(folder)
        assert (folder / torn).read_bytes() == whole[len(before) : size]
        (folder / torn).unlink()


def test_zeros_behind_the_last_line_are_a_torn_line(station):
    with station.open() as journal:
        kept = station.work(journal, 3)
    path = station.folder_of() / "attempts.jnl"
    path.write_bytes(path.read_bytes() + bytes(4096))
    assert reopened(station) == kept
    assert torn_files(path.parent) == ["attempts.torn-1"]


def test_torn_lines_are_numbered_and_the_journal_goes_on(station):
    path = station.folder_of() / "attempts.jnl"
    kept = []
    for number in (1, 2, 3):
        with station.open() as journal:
            kept += station.work(journal, 2)
        path.write_bytes(path.read_bytes() + b"half a li")
        assert reopened(station) == kept
        assert len(torn_files(path.parent)) == number


def test_a_torn_heading_starts_the_file_again(station):
    reopened(station)
    path = station.folder_of() / "attempts.jnl"
    for name in ("state.json", "state.json.bak"):
        (path.parent / name).unlink(missing_ok=True)
    path.write_bytes(path.read_bytes()[:-10])
    with station.open() as journal:
        kept = station.work(journal, 2)
    assert reopened(station) == kept


@pytest.mark.usefixtures("no_waiting")
def test_a_flipped_bit_in_any_line_but_the_last_is_told_and_nothing_is_changed(station):
    with station.open() as journal:
        kept = station.work(journal, 5)
    folder = station.folder_of()
    path = folder / "attempts.jnl"
    whole = path.read_bytes()
    last_line = whole.rindex(b"\n", 0, -1) + 1
    for offset in range(0, last_line, 3):
        for name in ("state.json", "state.json.bak"):
            (folder / name).unlink(missing_ok=True)
        damaged = bytearray(whole)
        damaged[offset] ^= 1 << offset % 8
        path.write_bytes(damaged)
        with pytest.raises(SyncError, match=r"attempts\.jnl is damaged in line"):
            station.open()
        assert path.read_bytes() == damaged
        assert torn_files(folder) == []
    path.write_bytes(whole)
    assert reopened(station) == kept


def test_two_lines_that_run_together_are_damage_and_not_a_torn_line(station):
    with station.open() as journal:
        station.work(journal, 3)
    folder = station.folder_of()
    for name in ("state.json", "state.json.bak"):
        (folder / name).unlink(missing_ok=True)
    whole = (folder / "attempts.jnl").read_bytes()
    joint = whole.rindex(b"\n", 0, -1)
    (folder / "attempts.jnl").write_bytes(whole[:joint] + b"*" + whole[joint + 1 :])
    with pytest.raises(SyncError, match="damaged"):
        station.open()


@pytest.mark.usefixtures("no_waiting")
def test_a_flipped_bit_in_the_last_line_is_never_read_as_something_else(station):
    with station.open() as journal:
        kept = station.work(journal, 3)
    folder = station.folder_of()
    path = folder / "attempts.jnl"
    whole = path.read_bytes()
    last_line = whole.rindex(b"\n", 0, -1) + 1
    for offset in range(last_line, len(whole), 3):
        for leftover in [folder / "state.json", folder / "state.json.bak", *folder.glob("*.torn-*")]:
            leftover.unlink(missing_ok=True)
        damaged = bytearray(whole)
        damaged[offset] ^= 1 << offset % 8
        path.write_bytes(damaged)
        try:
            assert reopened(station) == kept[:-1]
            assert (folder / "attempts.torn-1").read_bytes() == damaged[last_line:]
        except SyncError:
            assert path.read_bytes() == damaged


def test_damage_in_a_line_the_view_has_counted_is_never_taken_for_a_torn_line(station):
    with station.open() as journal:
        station.work(journal, 3)
    path = station.folder_of() / "attempts.jnl"
    whole = path.read_bytes()
    path.write_bytes(whole[:-5] + b"#" + whole[-4:])
    with pytest.raises(SyncError, match="damaged"):
        station.open()


def test_staff_set_damage_aside_and_the_learner_goes_on(station):
    with station.open() as journal:
        kept = station.work(journal, 6)
    folder = station.folder_of()
    path = folder / "attempts.jnl"
    lines = path.read_bytes().splitlines(keepends=True)
    lines[4] = lines[4].replace(b"{", b"[", 1)
    damaged = b"".join(lines)
    path.write_bytes(damaged)
    (folder / "state.json").unlink()
    with pytest.raises(SyncError, match="line 5"):
        station.open()
    (copy,) = set_aside(folder)
    assert copy.read_bytes() == damaged
    with station.open() as journal:
        assert list(journal.events()) == kept[:3]
        more = station.work(journal, 2)
        assert more[0].journal != kept[0].journal
    assert reopened(station) == kept[:3] + more
    assert path.read_bytes() == b"".join(lines[:4])
    assert set_aside(folder) == []


@pytest.mark.parametrize("call", ["write", "fsync"])
@pytest.mark.parametrize("partly", [True, False])
def test_after_a_disk_error_nothing_more_goes_into_that_file(station, monkeypatch, call, partly):
    real_write, real_fsync = os.write, os.fsync

    def fails(descriptor, *arguments):
        if partly and call == "write":
            real_write(descriptor, bytes(arguments[0])[:40])
        if partly and call == "fsync":
            real_fsync(descriptor)
        raise OSError(errno.EIO, "Input/output error")

    with station.open() as journal:
        kept = station.work(journal, 2)
        first = journal.folder / "attempts.jnl"
        what = PageRead("the-one-that-meets-the-error")
        with monkeypatch.context() as patch:
            patch.setattr(os, call, fails)
            with pytest.raises(SyncError, match=r"not kept yet.*EIO.*safe"):
                journal.append(what)
        assert list(journal.events()) == kept
        after_error = first.read_bytes()
        again = journal.append(what)
        assert again.journal != kept[0].journal
        kept += [again, *station.work(journal, 2)]
        assert list(journal.events()) == kept
        assert journal.progress() == progress_of(kept)
        assert first.read_bytes() == after_error
    with station.open() as journal:
        assert journal.progress() == progress_of(kept)
        assert sorted(event.id for event in journal.events()) == sorted(event.id for event in kept)
    assert len(read_sealed(station.folder_of() / "own.json")["journals"]) == 2


def test_what_met_an_error_is_kept_by_the_next_step_even_without_a_second_try(station, monkeypatch):
    with station.open() as journal:
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", raising(errno.EIO))
            with pytest.raises(SyncError):
                journal.append(PageRead("one"))
            with pytest.raises(SyncError):
                journal.append(PageRead("two"))
        journal.append(PageRead("three"))
        assert [event.what.page for event in journal.events()] == ["one", "two", "three"]
    assert [event.what.page for event in reopened(station)].count("one") == 1


def test_closing_says_what_is_still_not_kept_and_lets_others_in(station, monkeypatch):
    journal = station.open()
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", raising(errno.EIO))
        with pytest.raises(SyncError):
            journal.append(PageRead("one"))
        with pytest.raises(SyncError, match="not kept yet"):
            journal.close()
    station.open().close()


def test_a_full_disk_is_said_in_words(station, monkeypatch):
    with station.open() as journal:
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", raising(errno.ENOSPC))
            with pytest.raises(SyncError, match=r"^The disk is full\. .*Your work on screen is safe"):
                journal.append(PageRead("one"))
        journal.append(PageRead("one"))
    assert len(reopened(station)) == 1


def test_a_stop_in_the_middle_of_a_line_leaves_that_file_alone(station, monkeypatch):
    real_write = os.write

    def stops(descriptor, content):
        real_write(descriptor, bytes(content)[:20])
        raise KeyboardInterrupt

    with station.open() as journal:
        kept = station.work(journal, 1)
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", stops)
            with pytest.raises(KeyboardInterrupt):
                journal.append(PageRead("stopped"))
        kept.append(journal.append(PageRead("stopped")))
        assert list(journal.events()) == kept
    assert reopened(station) == kept


@pytest.mark.parametrize(
    "harm",
    [
        lambda path: path.unlink(),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(bytes(path.stat().st_size)),
        lambda path: path.write_bytes(path.read_bytes()[:-40]),
        lambda path: path.write_bytes(path.read_bytes().replace(b'"attempts":', b'"attempts":1', 1)),
        lambda path: path.write_bytes(b'{"_default":{}}'),
        lambda path: path.write_bytes(b"[" * 100_000),
    ],
)
@pytest.mark.parametrize("name", ["state.json", "both"])
def test_a_view_that_is_lost_or_damaged_is_rebuilt(station, harm, name):
    with station.open() as journal:
        kept = station.work(journal, 9)
        journal.snapshot()
    for each in ("state.json", "state.json.bak") if name == "both" else (name,):
        harm(station.folder_of() / each)
    with station.open() as journal:
        assert journal.progress() == progress_of(kept)
    with station.open() as journal:
        assert journal.progress() == progress_of(kept)


def test_a_view_with_verdicts_of_a_newer_version_is_rebuilt(station):
    with station.open() as journal:
        kept = station.work(journal, 9)
    view = WholeFile(station.folder_of() / "state.json")
    tables = view.read()
    for row in tables["progress"].values():
        row["best"] = "brilliant"
    view.write(tables)
    with station.open() as journal:
        assert journal.progress() == progress_of(kept)


@pytest.mark.parametrize(("field", "value"), [("chain", "x"), ("journal", None), ("seq", "many"), ("offset", None)])
def test_a_view_that_makes_no_sense_is_rebuilt(station, field, value):
    with station.open() as journal:
        kept = station.work(journal, 3)
    view = WholeFile(station.folder_of() / "state.json")
    tables = view.read()
    tables["applied"]["1"][field] = value
    view.write(tables)
    with station.open() as journal:
        assert journal.progress() == progress_of(kept)


def test_damage_in_front_of_the_view_is_told_when_the_events_are_read(station):
    with station.open() as journal:
        station.work(journal, 6)
    path = station.folder_of() / "attempts.jnl"
    content = path.read_bytes()
    path.write_bytes(content[:300] + b"#" + content[301:])
    with station.open() as journal, pytest.raises(SyncError, match="damaged in line"):
        list(journal.events())


def test_an_old_view_catches_up(station):
    with station.open() as journal:
        kept = station.work(journal, 3)
    old = (station.folder_of() / "state.json").read_bytes()
    with station.open() as journal:
        kept += station.work(journal, 5)
    for name in ("state.json", "state.json.bak"):
        (station.folder_of() / name).write_bytes(old)
    with station.open() as journal:
        assert journal.progress() == progress_of(kept)


def test_a_stock_tinydb_opens_the_view(station):
    with station.open() as journal:
        station.work(journal, 12)
        progress = journal.progress()
    with TinyDB(station.folder_of() / "state.json") as view:
        rows = view.table("progress").all()
        assert {row["exercise"]: row["attempts"] for row in rows} == {
            each.exercise: each.attempts for each in progress.exercises.values()
        }
        assert {row["page"] for row in view.table("pages")} == progress.pages
        (applied,) = view.table("applied").all()
        assert applied["seq"] == 12


@pytest.mark.skipif(not os.path.exists("/proc/self/io"), reason="needs Linux's count of bytes read")
def test_opening_with_a_view_does_not_read_the_journal_again(station, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", os.fstat)
        patch.setattr(journal_module, "SNAPSHOT_EVERY", 1_000_000)
        with station.open() as journal:
            for n in range(20_000):
                journal.append(PageRead(f"python/first/print#{n % 50}"))
    size = (station.folder_of() / "attempts.jnl").stat().st_size

    def bytes_read():
        with open("/proc/self/io") as counts:
            return int(counts.readline().split()[1])

    folder, learner = station.folder_of(), station.learner().id
    before = bytes_read()
    with Journal.open(folder, learner) as journal:
        read = bytes_read() - before
        assert journal.progress().events == 20_000
    assert size > 2_500_000
    assert read < 64 * 1024, read


def test_a_journal_put_back_from_an_older_copy_is_not_written_to(station):
    with station.open() as journal:
        old = station.work(journal, 3)
        content = (journal.folder / "attempts.jnl").read_bytes()
        station.work(journal, 3)
    (station.folder_of() / "attempts.jnl").write_bytes(content)
    with station.open() as journal:
        assert "shorter than it once was" in journal.notes[0]
        assert list(journal.events()) == old
        new = station.work(journal, 1)
        assert new[0].journal != old[0].journal
    assert reopened(station) == old + new
    assert (station.folder_of() / "attempts.jnl").read_bytes() == content


def test_a_journal_that_is_gone_is_not_started_again_under_its_id(station):
    with station.open() as journal:
        old = station.work(journal, 3)
    (station.folder_of() / "attempts.jnl").unlink()
    with station.open() as journal:
        new = station.work(journal, 1)
        assert new[0].journal != old[0].journal
    assert reopened(station) == new


@pytest.mark.parametrize("harm", [lambda path: path.unlink(), lambda path: path.write_bytes(b"{")])
def test_without_own_json_the_files_tell(station, monkeypatch, harm):
    monkeypatch.setattr(journal_module, "JOURNAL_FULL", 2)
    with station.open() as journal:
        kept = station.work(journal, 5)
    assert len(read_sealed(station.folder_of() / "own.json")["journals"]) == 3
    harm(station.folder_of() / "own.json")
    with station.open() as journal:
        assert sorted(event.id for event in journal.events()) == sorted(event.id for event in kept)
        assert journal.progress() == progress_of(kept)
        new = station.work(journal, 1)
        assert new[0].journal not in {event.journal for event in kept}
    assert len(reopened(station)) == 6


def test_without_own_json_and_the_first_file_the_others_tell(station, monkeypatch):
    monkeypatch.setattr(journal_module, "JOURNAL_FULL", 2)
    with station.open() as journal:
        kept = station.work(journal, 4)
    for name in ("own.json", "attempts.jnl", "state.json"):
        (station.folder_of() / name).unlink()
    with station.open() as journal:
        assert list(journal.events()) == kept[2:]
        new = station.work(journal, 1)
    assert reopened(station) == kept[2:] + new


def test_own_json_of_another_shape_is_kept_aside(station):
    with station.open() as journal:
        kept = station.work(journal, 2)
    folder = station.folder_of()
    write_sealed(folder / "own.json", {"learner": station.learner().id, "journals": ["../x"]})
    assert reopened(station) == kept
    assert (folder / "own.json.damaged-1").exists()


def test_a_folder_that_may_not_be_written_is_said(station, monkeypatch):
    with station.open() as journal, monkeypatch.context() as patch:
        patch.setattr(os, "write", raising(errno.EROFS))
        with pytest.raises(SyncError, match="may not be written to"):
            journal.append(PageRead("one"))
        patch.undo()


def test_staff_set_aside_an_older_file_of_two(station, monkeypatch):
    monkeypatch.setattr(journal_module, "JOURNAL_FULL", 2)
    with station.open() as journal:
        kept = station.work(journal, 3)
    folder = station.folder_of()
    (folder / "attempts.jnl").write_bytes((folder / "attempts.jnl").read_bytes()[:-9] + b"{}\n" * 3)
    (folder / "state.json").unlink()
    with pytest.raises(SyncError, match="damaged"):
        station.open()
    assert len(set_aside(folder)) == 1
    assert reopened(station) == [kept[0], kept[2]]


def test_the_view_is_written_every_so_many_events(station, monkeypatch):
    monkeypatch.setattr(journal_module, "SNAPSHOT_EVERY", 5)
    with station.open() as journal:
        station.work(journal, 4)
        assert not (journal.folder / "state.json").exists()
        station.work(journal, 1)
        assert (journal.folder / "state.json").exists()


def test_opening_makes_durable_what_a_stopped_process_left(station, monkeypatch):
    reopened(station)
    synced = []
    real_fsync = os.fsync
    monkeypatch.setattr(
        os, "fsync", lambda descriptor: (synced.append(os.fstat(descriptor).st_ino), real_fsync(descriptor))
    )
    journal = station.open()
    assert (journal.folder / "attempts.jnl").stat().st_ino in synced
    journal.close()


def test_every_line_is_chained_to_the_one_before(station):
    with station.open() as journal:
        kept = station.work(journal, 4)
        lines = (journal.folder / "attempts.jnl").read_bytes().splitlines(keepends=True)
    assert len(list(whole_lines(lines, start_of(kept[0].journal)))) == 5
    assert len(list(whole_lines([lines[0], *lines[2:]], start_of(kept[0].journal)))) == 1
    assert len(list(whole_lines(lines, start_of("0" * 32)))) == 0
    assert journal_files.heading_of(journal.folder / "attempts.jnl") == kept[0].journal


def raising(number):
    def raises(*arguments):
        raise OSError(number, os.strerror(number))

    return raises
