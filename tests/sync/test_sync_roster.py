"""The roster: names, PINs, and two windows at once."""

from __future__ import annotations

import multiprocessing
import os
import unicodedata

import pytest
from tinydb import TinyDB

from sync import Roster, SyncError
from sync import roster as roster_module


@pytest.fixture
def roster(tmp_path):
    return Roster(tmp_path / "home")


def test_who_was_added_is_there(roster):
    added = [roster.add(name, "1234") for name in ("Zoë", "ana", "Björn", "Nguyễn Văn An", "李雷")]
    again = Roster(roster.folder).learners()
    assert {learner.id for learner in again} == {learner.id for learner in added}
    assert [learner.name for learner in again][:2] == ["ana", "Björn"]
    assert roster.learner_folder(added[0].id) == roster.folder / "learners" / added[0].id


def test_a_name_is_kept_composed_and_trimmed(roster):
    name = unicodedata.normalize("NFD", "  Jos\u00e9   Mar\u00eda ")
    assert roster.add(name, "1234").name == "Jos\u00e9 Mar\u00eda"


@pytest.mark.parametrize(
    "name",
    [
        "",
        "   ",
        "x" * 41,
        "a\nb",
        "a\tb",
        "a\x00b",
        "a\u202eb",
        "a\u200bb",
        "a\u200db",
        "a\ufeffb",
        "\ud800",
        "\u3164",
        "\u2800",
        "a\u2028b",
        "a\ufe0f",
    ],
)
def test_a_name_that_can_not_be_shown_is_refused(roster, name):
    with pytest.raises(SyncError, match="name"):
        roster.add(name, "1234")
    assert roster.learners() == []


@pytest.mark.parametrize("name", ["ANA", " ana ", "\uff21na"])
def test_the_same_name_is_taken_once(roster, name):
    roster.add("Ana", "1234")
    with pytest.raises(SyncError, match="in the list already"):
        roster.add(name, "1234")


@pytest.mark.parametrize("pin", ["", "123", "12345", "12a4", "١٢٣٤", "1234\n", " 123", "-123"])
def test_a_pin_is_four_digits(roster, pin):
    with pytest.raises(SyncError, match="4 digits"):
        roster.add("Ana", pin)
    assert not (roster.folder / "roster.json").exists()


def test_a_pin_opens_only_for_its_learner(roster):
    ana, ben = roster.add("Ana", "1234"), roster.add("Ben", "0007")
    assert roster.check_pin(ana.id, "1234")
    assert not roster.check_pin(ana.id, "0007")
    assert not roster.check_pin(ben.id, "0007 ")
    assert not roster.check_pin(ben.id, "\ud800")
    assert roster.check_pin(ben.id, "0007")
    with pytest.raises(SyncError, match="not in the roster"):
        roster.check_pin("f" * 32, "1234")
    with pytest.raises(SyncError, match="not in the roster"):
        roster.learner_folder("../../etc")


def test_a_pin_is_not_in_the_file(roster):
    roster.add("Ana", "7391")
    with TinyDB(roster.folder / "roster.json") as stock:
        (row,) = stock.table("learners").all()
    assert "7391" not in row.values()
    assert len(bytes.fromhex(row["salt"])) == 16
    assert len(bytes.fromhex(row["pin"])) == 32


def test_two_learners_with_one_pin_have_two_hashes(roster):
    roster.add("Ana", "1234")
    roster.add("Ben", "1234")
    with TinyDB(roster.folder / "roster.json") as stock:
        assert len({row["pin"] for row in stock.table("learners")}) == 2


def test_after_five_misses_the_wait_grows_and_a_hit_ends_it(roster):
    ana = roster.add("Ana", "1234")
    waits = []
    for _ in range(14):
        assert not roster.check_pin(ana.id, "0000")
        waits.append(Roster(roster.folder).wait_before_next(ana.id))
    assert waits == [0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 300, 300, 300, 300]
    assert roster.check_pin(ana.id, "1234")
    assert roster.wait_before_next(ana.id) == 0


def test_a_new_pin_takes_the_place_of_the_old(roster):
    ana = roster.add("Ana", "1234")
    for _ in range(6):
        roster.check_pin(ana.id, "9999")
    roster.set_pin(ana.id, "4321")
    assert roster.wait_before_next(ana.id) == 0
    assert roster.check_pin(ana.id, "4321")
    assert not roster.check_pin(ana.id, "1234")
    with pytest.raises(SyncError, match="4 digits"):
        roster.set_pin(ana.id, "43210")


HARMS = [
    lambda path: path.write_bytes(b""),
    lambda path: path.write_bytes(path.read_bytes()[:-9]),
    lambda path: path.write_bytes(bytes(100)),
    lambda path: path.write_bytes(path.read_bytes().replace(b"Ana", b"Anb")),
]


@pytest.mark.parametrize("harm", HARMS)
def test_a_damaged_list_is_read_from_its_copy_and_never_written_over(roster, harm):
    ana = roster.add("Ana", "1234")
    path = roster.folder / "roster.json"
    harm(path)
    damaged = path.read_bytes()
    later = Roster(roster.folder)
    assert later.learners() == [ana]
    assert "its copy" in later.notes[0]
    assert path.read_bytes() == damaged
    ben = later.add("Ben", "1234")
    assert (roster.folder / "roster.json.damaged-1").read_bytes() == damaged
    assert Roster(roster.folder).learners() == [ana, ben]


def test_with_both_files_damaged_nothing_is_touched(roster):
    ana = roster.add("Ana", "1234")
    for name in ("roster.json", "roster.json.bak"):
        (roster.folder / name).write_bytes(b"{")
    for action in (roster.learners, lambda: roster.add("Ben", "1234"), lambda: roster.check_pin(ana.id, "1234")):
        with pytest.raises(SyncError, match="backup"):
            action()
    assert (roster.folder / "roster.json").read_bytes() == b"{"


def test_a_list_that_is_gone_is_read_from_its_copy(roster):
    ana = roster.add("Ana", "1234")
    (roster.folder / "roster.json").unlink()
    assert roster.learners() == [ana]


def test_a_full_disk_leaves_the_old_list(roster, monkeypatch):
    ana = roster.add("Ana", "1234")

    def full(descriptor, content):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(SyncError, match="disk is full"):
            roster.add("Ben", "1234")
    assert roster.learners() == [ana]


def _add_many(folder, letter, start):
    roster_module._stretched = lambda *_: bytes(32)  # so that they meet at the file more often
    roster = Roster(folder)
    start.wait(20)
    for number in range(30):
        roster.add(f"{letter}{number}", "1234")


def test_two_windows_lose_no_names(roster):
    fresh = multiprocessing.get_context("spawn")
    start = fresh.Barrier(2)
    processes = [fresh.Process(target=_add_many, args=(roster.folder, letter, start)) for letter in "ab"]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
        assert process.exitcode == 0
    assert len(roster.learners()) == 60
