"""Where the tutor keeps what it makes on this computer."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path


class HomeError(Exception):
    """The home folder can't be used; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Home:
    """The tutor's home folder and what is where in it."""

    folder: Path

    @property
    def sandbox(self) -> Path:
        """The sandbox's native code."""
        return self.folder / "sandbox"

    @property
    def looks_prepared(self) -> bool:
        """Whether there is native code at all; whether it is the right one is for the grader to say."""
        return any(self.sandbox.glob("*.native"))

    @property
    def packs(self) -> Path:
        """Packs that an instructor has loaded."""
        return self.folder / "packs"

    @property
    def office(self) -> Path:
        """What head office has merged."""
        return self.folder / "office"

    @property
    def log(self) -> Path:
        """What went amiss inside the tutor, for staff."""
        return self.folder / "tutor.log"

    def must_be_writable(self) -> None:
        """Make the folder if need be. Raises `HomeError` if nothing can be kept in it."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            probe = self.folder / f".probe-{os.getpid()}"
            probe.write_bytes(b"x")
            probe.unlink()
        except OSError as error:
            raise HomeError(
                f"Nothing can be saved in {self.folder} ({error.strerror}), so the tutor does not start. "
                "Ask staff to look at the disk, or set TUTOR_HOME to another folder."
            ) from None


def find_home() -> Home:
    """`TUTOR_HOME` if it is set, else a folder that the system keeps for programs' data."""
    if named := os.environ.get("TUTOR_HOME"):
        return Home(Path(named).expanduser().absolute())
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return Home(base / "facility-tutor")
