"""Measures what the room costs on this computer, in a folder given as the only argument (or a temporary one)."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from sync import Attempt, Journal, PageRead, Roster, export, merge, report

EVENTS = 20_000


def say(what: str, figure: str) -> None:
    sys.stdout.write(f"{what:52} {figure}\n")


def timed(action) -> tuple[float, object]:
    start = time.perf_counter()
    result = action()
    return time.perf_counter() - start, result


def append_all(journal: Journal, whats: list) -> list[float]:
    return [timed(lambda what=what: journal.append(what))[0] * 1000 for what in whats]


def say_times(what: str, times: list[float]) -> None:
    times = sorted(times)
    say(what, f"median {statistics.median(times):.2f} ms, 99 in 100 below {times[len(times) * 99 // 100]:.2f} ms")


def main(home: Path) -> None:
    roster = Roster(home / "home")
    seconds, learner = timed(lambda: roster.add("Ana", "1234"))
    say("a learner added", f"{seconds * 1000:.0f} ms")
    seconds, _ = timed(lambda: roster.check_pin(learner.id, "1234"))
    say("a PIN checked", f"{seconds * 1000:.0f} ms")
    folder = roster.learner_folder(learner.id)
    exercises = [f"python/first-programs/print-text/e{n}" for n in range(300)]
    attempts = [Attempt(exercises[n % 300], "python@1.0", "not_yet", 2, 3, f"print({n})\n") for n in range(500)]
    pages = [PageRead(f"python/first-programs/print-text/p{n % 300}#1") for n in range(EVENTS - 500)]
    with Journal.open(folder, learner.id) as journal:
        say_times("an attempt with its program kept", append_all(journal, attempts))
        say_times("a page kept", append_all(journal, pages))
        seconds, _ = timed(journal.snapshot)
        say("the view written (300 exercises, 300 pages)", f"{seconds * 1000:.0f} ms")
    size = (folder / "attempts.jnl").stat().st_size
    say(f"{EVENTS} events on disk", f"{size / 1e6:.1f} MB; an attempt's line about {attempt_line(folder)} bytes")
    seconds, journal = timed(lambda: Journal.open(folder, learner.id))
    journal.close()
    say("opened with a view", f"{seconds * 1000:.1f} ms")
    for name in ("state.json", "state.json.bak"):
        (folder / name).unlink()
    seconds, journal = timed(lambda: Journal.open(folder, learner.id))
    journal.close()
    say("opened without a view (all read again)", f"{seconds * 1000:.0f} ms")
    (home / "stick").mkdir()
    seconds, exported = timed(lambda: export(home / "home", home / "stick"))
    say("exported", f"{seconds:.2f} s, {exported.bytes / 1e6:.1f} MB")
    seconds, merged = timed(lambda: merge(home / "store", [home / "stick"]))
    say("merged", f"{seconds:.2f} s for {merged.new_events} events")
    seconds, _ = timed(lambda: merge(home / "store", [home / "stick"]))
    say("merged again, nothing new", f"{seconds:.2f} s")
    seconds, _ = timed(lambda: report(home / "store"))
    say("reported", f"{seconds:.2f} s")


def attempt_line(folder: Path) -> int:
    return len((folder / "attempts.jnl").read_bytes().splitlines()[400])


if len(sys.argv) > 1:
    main(Path(sys.argv[1]))
else:
    with tempfile.TemporaryDirectory() as temporary:
        main(Path(temporary))
