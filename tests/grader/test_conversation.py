"""What a worker that has gone astray may say: it is replaced, and nothing of it is believed."""

import queue
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

import grader.conversation
from exercises import Limits
from grader import Ending, SandboxError
from grader.conversation import Conversation
from grader.outcome import Job

DONE = {"done": {"ending": "finished", "transcript": [], "seconds": 0.1}}


class Worker:
    """Says what it is told to say."""

    def __init__(self, *frames):
        self.frames, self.heard = list(frames), []

    def send(self, frame, seconds):
        self.heard.append(frame)
        return True

    def receive(self, seconds):
        if not self.frames:
            raise queue.Empty
        return self.frames.pop(0)


def talk(*frames, job=None, wrote=None, asks=None):
    conversation = Conversation(job or Job("program"), wrote, asks, None, threading.Event())
    return conversation, conversation.hold(Worker(*frames))


def test_a_sound_worker_is_believed():
    assert talk(DONE)[1].ending is Ending.FINISHED


@pytest.mark.parametrize(
    "frame",
    [
        None,
        {},
        {"done": None},
        {"done": []},
        {"done": {"ending": "finished"}},
        {"done": {"ending": 1, "transcript": [], "seconds": 0.1}},
        {"done": {"ending": "finished", "transcript": {}, "seconds": 0.1}},
        {"done": {"ending": "finished", "transcript": [], "seconds": "0.1"}},
        {"wrote": [1, "in a check, nobody watches"]},
        {"asks": True},
        {"sleeps": 1.0},
        {"ready": True},
        {"beat": None},
        {"beat": "1"},
        [],
        "done",
    ],
    ids=repr,
)
def test_nonsense_ends_the_worker_and_the_job_may_be_done_again(frame):
    conversation, outcome = talk(frame, DONE)
    assert outcome is None
    assert conversation.may_be_repeated
    with pytest.raises(SandboxError, match="Nothing was graded"):
        conversation.end_without_answer("Bye.")


@pytest.mark.parametrize("said", [[1], ["1", "x"], [1, 2], [9, "x"], [-1, "x"], [1, "x", "y"], None, "x", {"1": "x"}])
def test_what_is_written_must_be_a_channel_and_a_text(said):
    seen = []
    assert talk({"wrote": said}, DONE, job=Job("program", inputs=None), wrote=lambda *it: seen.append(it))[1] is None
    assert seen == []


def test_a_worker_that_relays_more_than_the_job_may_write_is_ended():
    seen = []
    job = Job("program", inputs=None, limits=Limits(output=10))
    conversation, outcome = talk(*[{"wrote": [1, "1234"]}] * 3, job=job, wrote=lambda _, text: seen.append(text))
    assert (outcome, seen) == (None, ["1234", "1234"])
    assert not conversation.may_be_repeated


@pytest.mark.parametrize(("begin", "may"), [(True, True), (False, False)])
def test_an_entry_of_a_prompt_is_not_done_again_where_its_names_are_gone(begin, may):
    assert talk(None, job=Job("play", inputs=None, session="s", begin=begin))[0].may_be_repeated is may


@pytest.mark.parametrize("seconds", [-1.0, float("nan"), "1", None])
def test_only_a_time_is_slept(seconds):
    assert talk({"sleeps": seconds}, DONE, job=Job("program", inputs=None))[1] is None


def test_a_silent_worker_is_given_up_soon_and_the_job_may_be_done_again():
    conversation, outcome = talk()
    assert outcome is None
    assert conversation.may_be_repeated


def test_a_worker_that_is_silent_for_longer_than_the_job_may_take_waits():
    conversation, outcome = talk(job=Job("program", limits=Limits(cpu=0.01, wall=0.1)))
    assert outcome is None
    assert not conversation.may_be_repeated
    assert conversation.end_without_answer("").ending is Ending.WALL


@pytest.mark.parametrize(("moves", "still"), [(0.0, True), (1.0, False)])
def test_a_check_whose_worker_lives_and_does_not_move_waits(monkeypatch, moves, still):
    monkeypatch.setattr(grader.conversation, "STILL", -1.0)
    beats = [{"beat": number * moves} for number in range(5)]
    conversation, outcome = talk(*beats, DONE)
    assert (outcome is None) is still
    if still:
        assert conversation.end_without_answer("").ending is Ending.WALL
    assert talk(*beats, DONE, job=Job("program", inputs=None))[1].ending is Ending.FINISHED


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=8,
)
frames = st.dictionaries(st.sampled_from(["done", "wrote", "asks", "ready", "x"]), json_values, max_size=2) | st.builds(
    lambda ending, transcript, seconds, more: {
        "done": {**more, "ending": ending, "transcript": transcript, "seconds": seconds}
    },
    json_values | st.sampled_from([str(ending) for ending in Ending]),
    json_values | st.lists(st.tuples(st.integers(-1, 4), json_values).map(list), max_size=2),
    json_values | st.floats(0, 9),
    st.dictionaries(st.sampled_from(["error", "value", "why"]), json_values, max_size=2),
)


@given(st.lists(frames, max_size=4), st.booleans())
def test_whatever_a_worker_says_only_an_outcome_or_our_own_error_comes_of_it(said, live):
    job = Job("program", inputs=None if live else ())
    conversation, outcome = talk(*said, job=job, wrote=lambda *_: None, asks=lambda: None)
    if outcome is None:
        try:
            outcome = conversation.end_without_answer("")
        except SandboxError:
            return
    assert outcome.ending in Ending
