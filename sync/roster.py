"""Who learns on this computer, each with a name and a PIN."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from tinydb import TinyDB, where
from tinydb.storages import MemoryStorage
from tinydb.table import Table

from .durable import keep_aside, make_folder, said_plainly
from .errors import SyncError
from .events import is_id
from .locking import Lock
from .names import clean_name, same_name
from .tables import Tables, WholeFile

ROSTER = "roster.json"
COPY = "roster.json.bak"
LEARNERS = "learners"

_PIN = re.compile(r"[0-9]{4}")
_PATIENCE = 10.0
_FREE_MISSES = 5
_FIRST_WAIT = 5.0
_LONGEST_WAIT = 300.0
_UNKNOWN = "This learner is not in the roster. Pick a name from the list."
_NOT_WRITTEN = "The list of learners was not changed."
_BUSY = "Another window is changing the list of learners. Nothing was changed; try again in a moment."

_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Learner:
    """A person who learns here."""

    id: str
    """32 random hex digits; it never says who this is outside of this computer and the office."""
    name: str


class Roster:
    """The list of learners in a home folder; several processes may use it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.notes: list[str] = []
        """What staff should know about the file, one sentence each."""

    def add(self, name: str, pin: str) -> Learner:
        """Enters a new learner; raises SyncError when the name or the PIN can't be taken."""
        learner = Learner(secrets.token_hex(16), clean_name(name))
        secret = _secret(pin)

        def enter(table: Table) -> None:
            if any(same_name(row["name"], learner.name) for row in table):
                raise SyncError("This name is in the list already. Add an initial or a number to tell the two apart.")
            table.insert({"id": learner.id, "name": learner.name, "misses": 0, **secret})

        self._change(enter)
        return learner

    def learners(self) -> list[Learner]:
        """Everybody in the list, by name; raises SyncError when the list can't be read."""
        found = [Learner(row["id"], row["name"]) for row in _table(self._read())]
        return sorted(found, key=lambda learner: (learner.name.casefold(), learner.id))

    def check_pin(self, learner_id: str, pin: str) -> bool:
        """Whether this is the learner's PIN; each miss is counted on the disk. Raises SyncError.

        Waiting `wait_before_next` seconds before is the caller's part.
        """
        row = self._row(learner_id)
        matches = hmac.compare_digest(_stretched(pin, row["salt"]), bytes.fromhex(row["pin"]))

        def count(table: Table) -> None:
            (now,) = table.search(where("id") == learner_id)
            table.update({"misses": 0 if matches else now["misses"] + 1}, where("id") == learner_id)

        if not matches or row["misses"]:
            self._change(count)
        return matches

    def set_pin(self, learner_id: str, pin: str) -> None:
        """Gives a learner a new PIN and forgets the misses; raises SyncError."""
        self._row(learner_id)
        secret = _secret(pin)
        self._change(lambda table: table.update({"misses": 0, **secret}, where("id") == learner_id))

    def wait_before_next(self, learner_id: str) -> float:
        """Seconds to wait before the next PIN: none up to 4 misses in a row, then 5, doubling up to 300."""
        misses = int(self._row(learner_id)["misses"])
        if misses < _FREE_MISSES:
            return 0.0
        return min(_FIRST_WAIT * 2.0 ** min(misses - _FREE_MISSES, 16), _LONGEST_WAIT)

    def learner_folder(self, learner_id: str) -> Path:
        """Where this learner's journal and drafts are; raises SyncError when it is no learner's id."""
        if not is_id(learner_id):
            raise SyncError(_UNKNOWN)
        return self.folder / LEARNERS / learner_id

    def _row(self, learner_id: str) -> dict[str, Any]:
        row = _table(self._read()).get(where("id") == learner_id)
        if not isinstance(row, dict):
            raise SyncError(_UNKNOWN)
        return row

    def _change(self, change: Callable[[Table], _Result]) -> None:
        """Reads the list anew under a lock, changes it, and writes it and then its copy."""
        with said_plainly(_NOT_WRITTEN):
            make_folder(self.folder)
            with Lock(self.folder / "roster.lock", _BUSY, _PATIENCE):
                tables = self._read()
                with TinyDB(storage=MemoryStorage) as database:
                    database.storage.write(tables)
                    change(database.table(LEARNERS))
                    changed = database.storage.read() or {}
                if _is_damaged(self.folder / ROSTER):
                    keep_aside(self.folder / ROSTER, "damaged")
                WholeFile(self.folder / ROSTER).write(changed)
                WholeFile(self.folder / COPY).write(changed)

    def _read(self) -> Tables:
        """The tables on the disk: of the list, else of its copy; none where no list was ever made."""
        with said_plainly("The list of learners was not read."):
            main, copy = self.folder / ROSTER, self.folder / COPY
            if not _is_damaged(main):
                tables = WholeFile(main).read()
                if tables is not None:
                    return tables
                if not copy.exists():
                    return {}
            if _is_damaged(copy) or not copy.exists():
                raise SyncError(
                    f"The list of learners, {main}, is damaged, and so is its copy. Nothing was changed. "
                    "Ask staff to bring both files back from a backup."
                )
            self._say(f"The list of learners, {main}, is damaged or gone; its copy {copy.name} is used. Tell staff.")
            return WholeFile(copy).read() or {}

    def _say(self, note: str) -> None:
        if note not in self.notes:
            self.notes.append(note)


def _table(tables: Tables) -> Table:
    database = TinyDB(storage=MemoryStorage)
    database.storage.write(tables)
    return database.table(LEARNERS)


def _is_damaged(path: Path) -> bool:
    try:
        WholeFile(path).read()
    except ValueError:
        return True
    return False


def _secret(pin: str) -> dict[str, str]:
    if not _PIN.fullmatch(pin):
        raise SyncError("A PIN has exactly 4 digits, 0 to 9. Type 4 digits.")
    salt = secrets.token_hex(16)
    return {"salt": salt, "pin": _stretched(pin, salt).hex()}


def _stretched(pin: str, salt: str) -> bytes:
    pin_bytes = pin.encode("utf-8", "surrogatepass")
    return hashlib.scrypt(pin_bytes, salt=bytes.fromhex(salt), n=2**14, r=8, p=1, dklen=32)
