"""Drafts: half-written programs and the place."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync import Draft, Drafts, SyncError
from sync.sealed import write_sealed


@pytest.fixture
def drafts(tmp_path):
    return Drafts(tmp_path / "learner")


@given(st.text(st.characters(), max_size=80), st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_draft_comes_back_as_it_was(tmp_path_factory, code, row, column):
    drafts = Drafts(tmp_path_factory.getbasetemp() / "drafts")
    drafts.save("p/c/l/é", code, (row, column))
    assert Drafts(drafts.folder.parent).load("p/c/l/é") == Draft("p/c/l/é", code, (row, column))


def test_a_new_draft_takes_the_place_of_the_old(drafts):
    assert drafts.load("a") is None
    drafts.save("a", "one\ud83d")
    drafts.save("b", "two")
    drafts.save("a", "three", (2, 1))
    assert drafts.load("a") == Draft("a", "three", (2, 1))
    drafts.discard("a")
    drafts.discard("a")
    assert drafts.load("a") is None
    assert drafts.load("b") == Draft("b", "two", (0, 0))


def test_a_draft_has_a_bound(drafts):
    drafts.save("a", "x" * 262_144)
    with pytest.raises(SyncError, match="256 KiB"):
        drafts.save("a", "é" * 131_073)
    assert drafts.load("a").code == "x" * 262_144


@pytest.mark.parametrize(
    "harm",
    [
        lambda _: b"",
        lambda content: content[:-5],
        lambda content: content.replace(b"print", b"prynt"),
        lambda content: bytes(len(content)),
        lambda _: b'{"format":1,"value":[]}',
    ],
)
def test_a_damaged_draft_is_kept_aside(drafts, harm):
    for number in (1, 2):
        drafts.save("a", "print(1)")
        (path,) = drafts.folder.glob("*.json")
        damaged = harm(path.read_bytes())
        path.write_bytes(damaged)
        assert drafts.load("a") is None
        assert path.with_name(f"{path.name}.damaged-{number}").read_bytes() == damaged
    drafts.save("a", "again")
    assert drafts.load("a").code == "again"


def test_a_draft_under_the_name_of_another_is_not_shown(drafts):
    drafts.save("a", "one")
    (path,) = drafts.folder.glob("*.json")
    content = path.read_bytes()
    drafts.save("b", "two")
    (other,) = set(drafts.folder.glob("*.json")) - {path}
    other.write_bytes(content)
    assert drafts.load("b") is None
    assert drafts.load("a").code == "one"


def test_the_place_comes_back(drafts):
    assert drafts.place() == {}
    drafts.save_place({"lesson": "python/first/é", "page": 3})
    assert Drafts(drafts.folder.parent).place() == {"lesson": "python/first/é", "page": 3}
    (drafts.folder / "place.json").write_bytes(b"{")
    assert drafts.place() == {}
    write_sealed(drafts.folder / "place.json", {"place": {"lesson": [1]}})
    assert drafts.place() == {}
    assert len(list(drafts.folder.glob("place.json.damaged-*"))) == 2
    with pytest.raises(SyncError, match="at most"):
        drafts.save_place({str(n): n for n in range(65)})


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_when_the_disk_is_full_the_draft_from_before_stays(drafts, monkeypatch, call):
    drafts.save("a", "old")

    def full(*arguments):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, call, full)
        with pytest.raises(SyncError, match=r"disk is full.*Your work on screen is safe"):
            drafts.save("a", "new")
    assert drafts.load("a").code == "old"
    drafts.save("a", "new")
    assert drafts.load("a").code == "new"
