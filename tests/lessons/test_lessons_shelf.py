"""The shelf: every pack that can be used, and the rest beside them."""

from lessons import BUILT_IN, Shelf


def shelf_with(small_pack, tmp_path, *names):
    folder = tmp_path / "shelf"
    folder.mkdir(exist_ok=True)
    for name in names:
        small_pack.change("pack.toml", '"small"', f'"{name}"')
        small_pack.folder.rename(folder / name)
        small_pack.__init__(small_pack.folder)
    return folder


def test_packs_come_by_folder_and_name(small_pack, tmp_path):
    shelf = Shelf(shelf_with(small_pack, tmp_path, "b", "a"), tmp_path / "nowhere")
    assert [pack.id for pack in shelf.packs()] == ["a", "b"]
    assert shelf.broken == []


def test_a_broken_pack_does_not_stop_the_others(small_pack, tmp_path):
    folder = shelf_with(small_pack, tmp_path, "a", "b", "c")
    (folder / "b" / "pack.toml").write_text("not toml")
    shelf = Shelf(folder)
    for _ in range(2):  # asked twice, told once
        assert [pack.id for pack in shelf.packs()] == ["a", "c"]
        ((place, error),) = shelf.broken
        assert place == folder / "b"
        assert "pack.toml:1" in str(error)
    (folder / "b" / "pack.toml").write_text((folder / "a" / "pack.toml").read_text().replace('"a"', '"b"'))
    assert [pack.id for pack in shelf.packs()] == ["a", "b", "c"]
    assert shelf.broken == []


def test_the_first_of_two_packs_with_one_id_is_used(small_pack, tmp_path):
    folder = shelf_with(small_pack, tmp_path, "a", "b")
    (folder / "b" / "pack.toml").write_bytes((folder / "a" / "pack.toml").read_bytes())
    shelf = Shelf(folder)
    assert [pack.folder.name for pack in shelf.packs()] == ["a"]
    assert "Another pack is called `a` too" in str(shelf.broken[0][1])


def test_files_and_hidden_folders_are_no_packs(tmp_path):
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / ".git").mkdir()
    (tmp_path / "__pycache__").mkdir()
    shelf = Shelf(tmp_path)
    assert (shelf.packs(), shelf.broken) == ((), [])


def test_a_shelf_that_is_a_file_is_told(tmp_path):
    (tmp_path / "shelf").write_text("x")
    shelf = Shelf(tmp_path / "shelf")
    assert shelf.packs() == ()
    assert "This folder can't be read" in str(shelf.broken[0][1])


def test_the_built_in_packs_lie_in_the_package():
    assert BUILT_IN.is_dir()
    assert BUILT_IN.parent.name == "lessons"
