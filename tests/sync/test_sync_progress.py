"""Progress is a fold: order and repetition make no difference, and the view agrees with it."""

from __future__ import annotations

import secrets
import shutil
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sync import VERDICTS, Attempt, Event, HintTaken, Journal, PageRead, Unknown, progress_of

A = "a" * 32
exercises = st.sampled_from(["p/c/l/one", "p/c/l/two", "p/c/l/three"])
whats = st.one_of(
    st.builds(
        lambda exercise, verdict, code: Attempt(exercise, "p@1", verdict, 0, 1, code),
        exercises,
        st.sampled_from(VERDICTS),
        st.sampled_from(["", "a", "b"]),
    ),
    st.builds(HintTaken, exercises, st.integers(1, 5)),
    st.builds(PageRead, st.sampled_from(["p/c/l/q#1", "p/c/l/q#2"])),
)


def events_of(some: list[object]) -> list[Event]:
    return [Event(secrets.token_hex(16), A, seq, 0, A, what) for seq, what in enumerate(some, start=1)]


def test_what_counts():
    progress = progress_of(
        events_of(
            [
                HintTaken("e", 2),
                HintTaken("e", 1),
                Attempt("e", "p@1", "crashed", 0, 1),
                Attempt("e", "p@1", "passed", 1, 1),
                Attempt("e", "p@1", "not_yet", 0, 1),
                Attempt("f", "p@1", "not_yet", 0, 1),
                PageRead("q#1"),
                PageRead("q#1"),
                Unknown("badge", "{}"),
            ]
        )
    )
    assert (progress.of("e").attempts, progress.of("e").best, progress.of("e").hints) == (3, "passed", 2)
    assert progress.of("e").passed
    assert not progress.of("f").passed
    assert progress.of("never").attempts == 0
    assert progress.passed == {"e"}
    assert progress.pages == {"q#1"}
    assert (progress.attempts, progress.events) == (4, 9)


@given(st.lists(whats, max_size=30).map(events_of), st.randoms(use_true_random=False))
def test_order_and_repetition_make_no_difference(events, random):
    once = progress_of(events)
    again = events + random.sample(events, len(events) // 2)
    random.shuffle(again)
    assert progress_of(again) == once
    assert list(progress_of(again).exercises) == sorted(once.exercises)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(whats, st.sampled_from(["close", "snapshot", "lose view", "crash"])), max_size=25))
def test_the_view_agrees_with_the_fold(steps):
    with tempfile.TemporaryDirectory() as folder:
        learner = Path(folder) / A
        journal = Journal.open(learner, A)
        kept = []
        for step in steps:
            match step:
                case "close":
                    journal.close()
                    journal = Journal.open(learner, A)
                case "snapshot":
                    journal.snapshot()
                case "lose view":
                    journal.close()
                    (learner / "state.json").unlink()
                    journal = Journal.open(learner, A)
                case "crash":
                    copy = Path(folder) / "copy"
                    shutil.copytree(learner, copy)
                    journal.close()
                    shutil.rmtree(learner)
                    copy.rename(learner)
                    journal = Journal.open(learner, A)
                case what:
                    kept.append(journal.append(what))
            assert journal.progress() == progress_of(journal.events()) == progress_of(kept)
        journal.close()
