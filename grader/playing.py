"""Free play: a prompt in the sandbox, where what is typed runs line after line and what it names stays."""

from __future__ import annotations

import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Self

from exercises import Limits

from .conversation import Asks, Sleeps, Wrote
from .explaining import Explanation, explain
from .grading import RUN_LIMITS, unreadable
from .native import SandboxError
from .outcome import Ending, Job, Outcome
from .sandbox import Sandbox

GONE = "The names you made are gone. The prompt starts again."
_STAYED = {
    Ending.STOPPED: "Stopped. The names you made are still there.",
    Ending.CPU: "That ran too long, so it was stopped. The names you made are still there.",
    Ending.OUTPUT: "That printed more than it may, so it was stopped. The names you made are still there.",
}


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of one line."""

    more: bool = False
    """Whether the line began or went on with a block that has not ended."""
    outcome: Outcome | None = None
    """How it went; None if there is `more` to come. What an expression gives is in its output."""
    explanation: Explanation | None = None
    """What its error message is about."""
    said: str = ""
    """A sentence for the learner about a line that was stopped, about names that are gone; may be empty."""
    is_over: bool = False
    """Whether the learner has called `exit()`."""


class Play:
    """A prompt. Lines are given to it by one thread; `stop` may come from another, or from a signal handler."""

    def __init__(
        self,
        sandbox: Sandbox,
        *,
        files: Mapping[str, str] | None = None,
        clock: float | None = None,
        seed: int | None = None,
        limits: Limits = RUN_LIMITS,
    ) -> None:
        """`files` lie in its folder at the start; without a `seed`, its luck is new each time."""
        self._sandbox, self._files, self._clock, self._limits = sandbox, files, clock, limits
        self._seed = secrets.randbits(32) if seed is None else seed
        self._session = secrets.token_hex(8)
        self._since = time.monotonic()
        self._block: list[str] = []
        self._has_begun = self._is_running = self._is_stopping = False
        self._entries = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Throw away all names."""
        if self._is_running:
            self._sandbox.stop()
        if self._has_begun:
            self._sandbox.forget()
            self._has_begun = False

    @property
    def prompt(self) -> str:
        """What stands before the place to type, as in Python itself."""
        return "... " if self._block else ">>> "

    def drop(self) -> None:
        """Forget the lines of a block that has not ended."""
        self._block.clear()

    def enter(
        self, line: str, wrote: Wrote | None = None, asks: Asks | None = None, sleeps: Sleeps | None = None
    ) -> Reply:
        """Run a line, or several; an empty line ends a block. Raises `SandboxError`.

        `wrote`, `asks` and `sleeps` are as for `Sandbox.run`.
        """
        text = "\n".join([*self._block, line])
        if said := unreadable(text):
            self._block.clear()
            return Reply(said=said)
        self._is_running, self._is_stopping = True, False
        try:
            outcome, gone = self._run(text, wrote, asks, sleeps)
        except SandboxError:
            self._has_begun = False
            self._block.clear()
            raise
        finally:
            self._is_running = False
        facts = outcome.facts or {}
        if outcome.ending is Ending.FINISHED and facts.get("more") is True:
            self._block = text.split("\n")
            return Reply(more=True, said=gone)
        self._block.clear()
        outcome = _as_stopped(outcome)
        found = explain(self._sandbox, text, outcome)
        is_lost = facts.get("lost", True)
        if is_lost:
            self._has_begun = False
            said = f"{found.what} {GONE}" if found else GONE
        else:
            said = " ".join(filter(None, (gone, _STAYED.get(outcome.ending, ""))))
        is_over = outcome.ending is Ending.EXITED
        return Reply(outcome=outcome, explanation=found if outcome.error else None, said=said, is_over=is_over)

    def _run(self, text: str, wrote: Wrote | None, asks: Asks | None, sleeps: Sleeps | None) -> tuple[Outcome, str]:
        """Run an entry; if the kept instance is no more, in a new one, with a sentence about it."""
        outcome = self._sandbox.run(self._job(text), wrote, asks, sleeps)
        if (outcome.facts or {}).get("began") is not False:
            self._has_begun = True
            return outcome, ""
        self._has_begun = False
        outcome = self._sandbox.run(self._job(text), wrote, asks, sleeps)
        self._has_begun = True
        return outcome, GONE

    def _job(self, text: str) -> Job:
        self._entries += 1
        return Job(
            "play",
            text,
            inputs=None,
            files=self._files,
            session=self._session,
            begin=not self._has_begun,
            limits=self._limits,
            seed=self._seed + self._entries,
            clock=None if self._clock is None else self._clock + time.monotonic() - self._since,
        )

    def stop(self) -> None:
        """Stop the line that runs. Its names stay if that can be; a second call stops it in any case."""
        if self._is_running and self._is_stopping:
            self._sandbox.stop()
        elif self._is_running:
            self._is_stopping = True
            self._sandbox.interrupt()


def _as_stopped(outcome: Outcome) -> Outcome:
    """A line that was asked to stop ends in a KeyboardInterrupt: say it as what it is."""
    reason = (outcome.facts or {}).get("stopped_for")
    if reason == Ending.OUTPUT and outcome.ending is Ending.FINISHED:
        return replace(outcome, ending=Ending.OUTPUT)
    if reason is None or outcome.error is None or outcome.error.kind != "KeyboardInterrupt":
        return outcome
    return replace(outcome, ending=Ending(reason), error=None)
