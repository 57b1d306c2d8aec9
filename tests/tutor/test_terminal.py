"""The tutor as it is started, in a real terminal: power cuts, signals, odd bytes, a disk that is full."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from terminal import Terminal, plain_environment, tutor_command

from sync import Attempt, Drafts, Journal, Roster

EXERCISE = "print-text"


def environment(home, **more):
    return plain_environment(**{"TUTOR_HOME": str(home), "TERM": "linux", **more})


def start(home, **more):
    return Terminal(tutor_command(), environment(home, **more))


def record(home):
    roster = Roster(home)
    (learner,) = roster.learners()
    return roster.learner_folder(learner.id), learner


def to_editor(terminal):
    """Skip through the menu to the first exercise with an editor."""
    terminal.send("\r")
    for _ in range(40):
        terminal.read(0.3)
        if "F5 Run" in terminal.text:
            terminal.read(0.5)  # a person looks before typing
            return
        terminal.f(10)
        terminal.sees("Menu")
        terminal.send("8" if "Run the program" in terminal.text else "1")
        terminal.read(0.4)
    raise AssertionError(terminal.text)


def test_a_first_day_by_keys_alone_and_nothing_raw_on_the_screen(home):
    with start(home) as terminal:
        terminal.sign_up("Zoë")
        assert "Hello, Zo" in terminal.text
        to_editor(terminal)
        terminal.f(5)
        terminal.sees("Output:")
        terminal.f(6)
        terminal.sees("checks pass")
        for forbidden in (b"\x1b]", b"\x1b[?1000h", b"\x1b[?1003h"):
            assert forbidden not in terminal.raw


def test_a_power_cut_loses_at_most_two_seconds_of_typing(home):
    """Killed at random moments: what was typed two seconds before is there after the restart."""
    chance = random.Random(7)
    with start(home) as terminal:
        terminal.sign_up()
        to_editor(terminal)
    folder, _ = record(home)
    place = Drafts(folder).place()
    typed = 0
    for _ in range(6):
        with start(home) as terminal:
            terminal.sign_in()
            terminal.send("\r")
            terminal.sees("F5 Run")
            terminal.send("\x1b[1;5F")
            until = time.monotonic() + chance.uniform(2.5, 4.5)
            history = []
            while time.monotonic() < until:
                terminal.send(f"#{typed:05d} ")
                history.append((time.monotonic(), typed))
                typed += 1
                terminal.read(0.1)
            terminal.kill()
            cut = time.monotonic()
        draft = Drafts(folder).load(str(place["card"]))
        assert draft is not None
        for when, number in history:
            if cut - when > 2.0:
                assert f"#{number:05d}" in draft.code
        assert Drafts(folder).place() == place


def test_a_result_that_was_shown_survives_a_power_cut(home):
    with start(home) as terminal:
        terminal.sign_up()
        to_editor(terminal)
        terminal.f(6)
        terminal.sees("checks pass")
        terminal.kill()
    folder, learner = record(home)
    with Journal.open(folder, learner.id) as journal:
        attempts = [event.what for event in journal.events() if isinstance(event.what, Attempt)]
    assert len(attempts) == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_saves_and_ends_well(home, number):
    with start(home) as terminal:
        terminal.sign_up()
        to_editor(terminal)
        terminal.send("\x1b[1;5Flast words")
        terminal.read(0.3)
        os.kill(terminal.process.pid, number)
        until = time.monotonic() + 10
        while terminal.process.poll() is None and time.monotonic() < until:
            terminal.read(0.1)
        assert terminal.process.returncode == 0
        assert b"\x1b[?1049l" in terminal.raw
    folder, _ = record(home)
    assert "last words" in Drafts(folder).load(str(Drafts(folder).place()["card"])).code


def test_a_terminal_that_goes_away_without_a_word_ends_the_tutor_well(home):
    terminal = start(home)
    try:
        terminal.sign_up()
        to_editor(terminal)
        terminal.send("\x1b[1;5Flast words")
        terminal.read(0.3)
        terminal.hang_up()
        terminal.process.wait(15)
    finally:
        terminal.kill()
    folder, _ = record(home)
    assert "last words" in Drafts(folder).load(str(Drafts(folder).place()["card"])).code


def test_odd_bytes_and_every_key_leave_the_tutor_alive(home):
    chance = random.Random(11)
    with start(home) as terminal:
        terminal.sign_up()
        to_editor(terminal)
        terminal.send(b"\xe9a\xff\xc3(")
        terminal.read(0.3)
        for _ in range(150):
            terminal.send(bytes(chance.randrange(256) for _ in range(20)))
            terminal.read(0.02)
        terminal.read(1.0)
        assert terminal.process.poll() is None
        terminal.send("\x1b")
        terminal.read(0.5)
        for _ in range(12):
            terminal.send("\x1b")
            terminal.read(0.3)
            if "What would you like to do?" in terminal.text or "pick your name" in terminal.text:
                break
        assert terminal.process.poll() is None
        assert "Traceback" not in terminal.text


def test_keys_typed_ahead_do_nothing_twice(home):
    chance = random.Random(3)
    keys = ["\x1b[21~", "\r", "\x1b", "\x1b[18~", "\x1b[B", "\x1b[17~", "\x1b[[A", "1", "2", "4", "\x1b[[E"]
    with start(home) as terminal:
        terminal.sign_up()
        terminal.send("\r")
        for _ in range(60):
            terminal.send("".join(chance.choice(keys) for _ in range(6)))
            terminal.read(0.05)
        terminal.read(2.0)
        assert b"had to stop" not in terminal.raw
    assert not Path(home, "tutor.log").exists(), Path(home, "tutor.log").read_text()


def test_after_signing_out_the_next_learner_sees_nothing_of_the_former(home):
    with start(home) as terminal:
        terminal.sign_up("Ada")
        to_editor(terminal)
        terminal.send("\x1b[1;5Fsecret words")
        terminal.f(10)
        terminal.sees("Sign out")
        terminal.send("\x1b[F\r")
        terminal.sees("Pick your name")
        terminal.read(1.0)  # a screen arrives in pieces
        assert "secret words" not in terminal.text
        terminal.sign_in("Ada")
        terminal.send("\r")
        terminal.sees("secret words")


@pytest.mark.parametrize("more", [{"NO_COLOR": "1"}, {"TERM": "vt100"}, {"TERM": "xterm-256color"}])
def test_other_terminals_and_no_colour(home, more):
    with start(home, **more) as terminal:
        terminal.sign_up()
        assert ">  1" in terminal.text


def test_a_second_tutor_on_the_same_home(home):
    with start(home) as first, start(home) as second:
        first.sign_up()
        second.sees("Welcome")
        second.send("\x1b")
        second.read(0.5)
        with start(home) as third:
            third.sees("Ada")
            third.send("\r222")  # typed ahead: it must not choose the second line as well
            third.sees("Type your 4 numbers")
            third.read(1.0)
            third.send("\x1b")
            third.sees("Pick your name")
            third.send("\r")
            third.sees("Type your 4 numbers")
            third.send("1234\r")
            third.sees("open in another window")
        first.send("3")
        first.sees("Answers you gave")


def test_without_a_terminal_it_says_what_to_do(home):
    done = subprocess.run(
        tutor_command(), env=environment(home), stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    assert done.returncode == 2
    assert "need a terminal" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.getuid() != 0, reason="only root can mount the small disk that this needs; CI runs as root")
def test_a_full_disk_is_said_typing_goes_on_and_the_result_is_saved_when_there_is_room(home, tmp_path, sandbox_folder):
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk]).returncode:
        pytest.fail("a small tmpfs could not be mounted")
    try:
        (disk / "sandbox").symlink_to(sandbox_folder)
        with start(disk) as terminal:
            terminal.sign_up()
            to_editor(terminal)
            filler = disk / "filler"
            with filler.open("wb", buffering=0) as file:
                try:
                    while True:
                        file.write(bytes(1024))
                except OSError:
                    pass
            terminal.send("\x1b[1;5F" + "# more and more words to keep\r" * 30)
            terminal.sees("NOT SAVED")
            terminal.f(6)
            terminal.sees("NOT saved")
            assert "disk is full" in terminal.text.lower()
            filler.unlink()
            terminal.send("\r")
            terminal.sees("F5 Run")
            terminal.f(6)
            terminal.sees("checks pass")
            assert "NOT saved" not in terminal.text
            terminal.kill()
        folder, learner = record(disk)
        with Journal.open(folder, learner.id) as journal:
            assert sum(isinstance(event.what, Attempt) for event in journal.events()) >= 1
    finally:
        subprocess.run(["umount", "-l", disk])


@pytest.mark.skipif(os.getuid() != 0, reason="only root can mount the read-only disk that this needs; CI runs as root")
def test_a_read_only_home_is_said_before_anything_starts(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k,ro", "tmpfs", disk], check=True)
    try:
        with start(disk) as terminal:
            terminal.sees("Nothing can be saved in")
            terminal.process.wait(10)
            assert terminal.process.returncode == 2
    finally:
        subprocess.run(["umount", "-l", disk])


def test_a_fault_of_ours_is_logged_and_shows_no_inner_workings(home):
    """A fault is put in from outside: the app class raises in a handler, as a bug would."""
    program = (
        "import sys, tutor.app as a\n"
        "from tutor.home import find_home\n"
        "def broken(self, message):\n    pin = 'SECRET4711'\n    raise RuntimeError('a fault')\n"
        "a.TutorApp.on_open_card = broken\n"
        "sys.exit(a.open_tutor(find_home()))\n"
    )
    with Terminal([sys.executable, "-I", "-c", program], environment(home)) as terminal:
        terminal.sign_up()
        terminal.send("\r")
        terminal.sees("Your work is saved")
        assert "Traceback" not in terminal.text
        assert b"SECRET4711" not in terminal.raw
    log = Path(home, "tutor.log").read_text()
    assert "RuntimeError: a fault" in log
    assert "SECRET4711' " not in log
