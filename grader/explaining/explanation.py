"""What a learner is told."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Explanation:
    """What happened, why, and what to try: at most 35 words together. `slug` is the name of the mistake."""

    slug: str
    what: str
    why: str = ""
    to_try: str = ""
    line: int | None = None
    """The line of the program, or of its output if the output is what is looked at."""
    python: str = ""
    """Python's own words, with the learner's lines only; "" if Python said nothing."""

    @property
    def message(self) -> str:
        """The parts as one text."""
        return " ".join(part for part in (self.what, self.why, self.to_try) if part)
