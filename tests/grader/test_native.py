"""The native code is run only if it is the file that was made here, and only where the walls were seen to hold."""

import hashlib
import json
import os
import shutil
import sys

import pytest

import grader.native
from grader import NativeChangedError, Sandbox, SandboxError, is_prepared, prepare
from grader.native import compiled_path, read_seal, seal_path, seal_walls
from grader.outcome import Job
from grader.worker.starting import Sealed

HELLO = Job("program", "print('hello')")


@pytest.fixture
def folder(tmp_path, sandbox_folder):
    """A sandbox of its own, made ready, to be spoiled."""
    copy = tmp_path / "sandbox"
    copy.mkdir(mode=0o700)
    for path in (compiled_path, seal_path):
        shutil.copy(path(sandbox_folder), path(copy))
    return copy


def spoil(folder, **changes):
    seal = json.loads(seal_path(folder).read_text())
    seal_path(folder).write_text(json.dumps(seal | changes))


def test_a_copy_that_is_whole_is_run(folder):
    assert is_prepared(folder)
    with Sandbox(folder) as box:
        assert box.run(HELLO).output == "hello\n"


@pytest.mark.parametrize("at", [0, 0.5, 1])
def test_one_changed_byte_is_refused_and_taken_away(folder, at):
    path = compiled_path(folder)
    with path.open("r+b") as file:
        file.seek(round(at * (path.stat().st_size - 1)))
        byte = file.read(1)[0]
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes([byte ^ 1]))
    assert is_prepared(folder), "that it was changed is seen when it is loaded"
    with Sandbox(folder) as box, pytest.raises(NativeChangedError, match="changed since it was made"):
        box.run(HELLO)
    assert not path.exists()
    assert not is_prepared(folder)


@pytest.mark.parametrize("content", [b"", b"not native code"])
def test_another_file_in_its_place_is_refused(folder, content):
    compiled_path(folder).write_bytes(content)
    with Sandbox(folder) as box, pytest.raises(NativeChangedError):
        box.run(HELLO)


def test_native_code_that_fits_its_seal_and_is_none_is_a_fault_of_ours_never_a_verdict(folder):
    compiled_path(folder).write_bytes(b"not native code")
    spoil(folder, native=hashlib.sha256(b"not native code").hexdigest())
    with Sandbox(folder) as box, pytest.raises(SandboxError, match="could not start"):
        box.run(HELLO)


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="only Linux loads a file by its number")
def test_what_was_hashed_is_what_is_loaded(tmp_path):
    path, other = tmp_path / "native", tmp_path / "other"
    path.write_bytes(b"the right one")
    other.write_bytes(b"the other one")
    sealed = Sealed(str(path), hashlib.sha256(b"the right one").hexdigest())
    other.replace(path)
    assert sealed.is_whole()
    with open(sealed.path, "rb") as file:
        assert file.read() == b"the right one"
    sealed.close()


@pytest.mark.parametrize(
    "changes",
    [
        {"guest": "0" * 64},
        {"wasmtime": "wasmtime-1.0.0"},
        {"machine": "Plan9 vax"},
        {"format": 2},
        {"more": 1},
        {"native": None},
        {"walls": {"network": "yes"}},
        {"walls": [True]},
        {"walls": {}},
        {"code": "0" * 64},
    ],
    ids=str,
)
def test_a_seal_that_does_not_fit_is_none(folder, changes):
    spoil(folder, **changes)
    assert not is_prepared(folder)
    with Sandbox(folder) as box, pytest.raises(SandboxError, match="tutor prepare"):
        box.run(HELLO)


@pytest.mark.parametrize("content", [b"", b"{", b"[" * 90_000, b"[]", b"\xff", b"{}", b"x" * 200_000])
def test_a_seal_that_can_not_be_read_is_none(folder, content):
    seal_path(folder).write_bytes(content)
    assert not is_prepared(folder)


def test_without_a_seal_nothing_is_run(folder):
    seal_path(folder).unlink()
    with Sandbox(folder) as box, pytest.raises(SandboxError, match="tutor prepare"):
        box.run(HELLO)
    with Sandbox(folder, proving=True) as box, pytest.raises(SandboxError, match="tutor prepare"):
        box.run(HELLO)


def test_where_a_wall_did_not_hold_nothing_is_run_until_it_does(folder):
    walls = dict(read_seal(folder).walls)
    seal_walls(folder, walls | {"reading": False})
    assert is_prepared(folder)
    with Sandbox(folder) as box, pytest.raises(SandboxError, match=r"not safe on this computer.*tutor doctor"):
        box.run(HELLO)
    seal_walls(folder, walls)
    with Sandbox(folder) as box:
        assert box.run(HELLO).output == "hello\n"


def test_what_was_proved_of_other_code_is_not_proved(folder, tmp_path, monkeypatch):
    first, *others = grader.native.WALL_CODE
    copy = tmp_path / first.name
    monkeypatch.setattr(grader.native, "WALL_CODE", (copy, *others))
    try:
        for content, prepared in ((first.read_bytes(), True), (first.read_bytes() + b"\n# changed\n", False)):
            copy.write_bytes(content)
            grader.native.wall_code.cache_clear()
            assert is_prepared(folder) is prepared
    finally:
        grader.native.wall_code.cache_clear()


@pytest.mark.skipif(sys.platform == "win32", reason="rights of Unix")
@pytest.mark.parametrize("which", [compiled_path, seal_path, lambda folder: folder])
def test_what_others_could_change_is_not_trusted(folder, which):
    path = which(folder)
    before = path.stat().st_mode
    path.chmod(before | 0o022)
    assert not is_prepared(folder)
    with Sandbox(folder) as box, pytest.raises(SandboxError, match="can't be trusted"):
        box.run(HELLO)
    if path == folder:
        with pytest.raises(SandboxError, match="can't be trusted"):
            prepare(folder)
    path.chmod(before)
    with Sandbox(folder) as box:
        assert box.run(HELLO).output == "hello\n"


@pytest.mark.skipif(sys.platform == "win32", reason="rights of Unix")
@pytest.mark.parametrize("loose", [True, False])
def test_preparing_makes_again_what_others_could_have_changed_and_nothing_else(folder, monkeypatch, loose):
    made = []

    def compile_native(place, _going):
        made.append(place)
        raise SandboxError("The disk is full.")

    monkeypatch.setattr("grader.preparing.compile_native", compile_native)
    monkeypatch.setattr("grader.doctor.examine", lambda *_: None)
    if loose:
        compiled_path(folder).chmod(0o666)
        with pytest.raises(SandboxError, match="disk is full"):
            prepare(folder)
    else:
        prepare(folder)
    assert made == ([folder] if loose else [])
    assert compiled_path(folder).exists() is not loose
