"""One fresh sandbox: CPython in WebAssembly with a folder of its own. It does one job and is thrown away."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import wasmtime
from wasmtime import component

from .clock import TICK
from .door import BILLION, MOST_CHANCE, Run, TooLong, TooMuch
from .folder import TESTS, WORK, Folder
from .pipes import Frame

if TYPE_CHECKING:
    from .machine import Machine

MAX_ANSWER = 4 * 1024 * 1024
"""Characters of a guest's answer."""

ENDINGS = frozenset({"finished", "exited", "raised", "fault", "died"})
"""What a guest can say of its own end; all other ends are seen from outside."""

REHEARSAL_TICKS = 2000
"""Ten seconds: a rehearsal that takes longer is a fault."""

ANY_VERSION = "@0.2.99"
"""Stands for the newest 0.2 of a WASI interface: what is defined under it is what a guest of any 0.2 gets."""


MAX_CROSSINGS = 200_000
"""Messages between the two guests of one check."""

MAX_NESTED = 30
"""Messages that wait for each other: calls back from calls back."""


class Gone(Exception):
    """The other guest of a check has ended, so this one can't go on; the run says how."""


class Instance:
    """A store with one guest in it."""

    def __init__(self, machine: Machine, memory: int, folder: Folder | None = None) -> None:
        self._run: Run | None = None
        self._partner: Instance | None = None
        self._is_pupil = False
        self._printed: list[list[object]] = []
        self._crossings = self._nested = 0
        self.folder = folder or Folder(machine.root)
        self._store = wasmtime.Store(machine.engine)
        wasi = wasmtime.WasiConfig()
        wasi.preopen_dir(self.folder.inside(WORK), f"/{WORK}", fs_mutable=True)
        wasi.preopen_dir(self.folder.inside(TESTS), f"/{TESTS}", fs_mutable=False)
        self._store.set_wasi(wasi)
        self._store.set_limits(memory_size=memory)
        self._store.set_epoch_deadline(REHEARSAL_TICKS)
        linker = component.Linker(machine.engine)
        linker.add_wasip2()
        with linker.root() as root:
            self._open_door(root)
        instance = linker.instantiate(self._store, machine.component)
        self._function, self._reach = (_door(instance, self._store, export) for export in machine.exports)

    def _open_door(self, root: component.LinkerInstance) -> None:
        """Everything a guest can call, besides what WASI gives it: nothing else is there."""
        root.add_func("write", lambda _store, channel, text: self._write(channel, text))
        root.add_func("read-line", lambda _store: self._run and self._run.read_line())
        root.add_func("pause", lambda _store, seconds: bool(self._run and self._run.pause(seconds)))
        root.add_func("ask", lambda _store, message: self._ask(message))
        # Time and chance come from the job, so that the same program gets the same answer every time.
        with root.add_instance(f"wasi:clocks/wall-clock{ANY_VERSION}") as clock:
            clock.add_func("now", lambda _store: _moment(self._run.now() if self._run else 0))
            clock.add_func("resolution", lambda _store: _moment(1000))
        with root.add_instance(f"wasi:random/random{ANY_VERSION}") as chance:
            chance.add_func("get-random-bytes", lambda _store, count: self._chance(count))
            chance.add_func("get-random-u64", lambda _store: int.from_bytes(self._chance(8), "big"))

    def _write(self, channel: int, text: str) -> None:
        if self._run and self._is_pupil:
            kept = self._run.within_room(text)
            self._printed.append([channel, kept])
            if len(kept) < len(text):
                raise TooMuch
        elif self._run:
            self._run.write(channel, text)

    def pair_with(self, pupil: Instance, run: Run) -> None:
        """Make this the examiner and the other the guest with the learner's program."""
        self._partner, pupil._partner, pupil._is_pupil, pupil._run = pupil, self, True, run
        pupil._store.set_epoch_deadline(ticks_of(run))
        pupil.reach(json.dumps({"module": run.job["module"], "seed": run.job["seed"]}))

    def _ask(self, message: str) -> str:
        """Carry a message to the other guest, with what the learner's program has printed since the last one."""
        other = self._partner
        if other is None or self._run is None:
            return ""
        self._crossings += 1
        if self._crossings > MAX_CROSSINGS or self._nested >= MAX_NESTED or len(message) > MAX_ANSWER:
            self._run.ending = self._run.ending or "died"
            raise Gone
        self._nested += 1
        try:
            if self._is_pupil:
                return other.reach(json.dumps({"out": self.take_printed(), "said": message}))
            said = other.reach(message)
            return json.dumps({"out": other.take_printed(), "said": said})
        finally:
            self._nested -= 1

    def take_printed(self) -> list[list[object]]:
        """What the learner's program has printed since the last time, by channel."""
        printed, self._printed = self._printed, []
        return printed

    def reach(self, message: str) -> str:
        """Hand a message in and get the answer. Raises `Gone` if the guest ends instead; then the run says how."""
        assert self._run
        try:
            answer: str = self._reach(self._store, message)
        except (wasmtime.Trap, wasmtime.WasmtimeError) as error:
            self._run.ending = self._run.ending or _how_it_died(str(error).strip())["ending"]
            raise Gone from None
        return answer if len(answer) <= MAX_ANSWER else ""

    def _chance(self, count: int) -> bytes:
        return self._run.random_bytes(count) if self._run else bytes(min(count, MOST_CHANCE))

    def rehearse(self) -> None:
        """Let our own code do once what most jobs do: the pages of memory it touches are then in place."""
        self._function(self._store, json.dumps({"kind": "rehearsal"}))

    def do(self, run: Run) -> Frame:
        """Do the job; how it went."""
        self._run = run
        self._store.set_epoch_deadline(ticks_of(run))
        guest_job = {
            key: value for key, value in run.job.items() if key not in {"limits", "inputs", "files", "tests", "handed"}
        }
        try:
            facts = _facts_in(self._function(self._store, json.dumps(guest_job)))
        except (TooMuch, TooLong, Gone):
            facts = {"ending": run.ending}
        except (wasmtime.Trap, wasmtime.WasmtimeError) as error:
            facts = _how_it_died(str(error).strip())
        return {"ending": run.ending} if run.ending else facts

    def close(self) -> None:
        """Give everything back."""
        self._store.close()
        self.folder.remove()


def _door(instance: component.Instance, store: wasmtime.Store, export: component.ExportIndex | None) -> component.Func:
    door = instance.get_func(store, export) if export else None
    if door is None:
        raise RuntimeError("the sandbox has not the doors it should have")
    return door


def ticks_of(run: Run) -> int:
    """How many epochs a job may last."""
    seconds: float = run.job["limits"]["cpu"]
    return max(1, round(seconds / TICK))


def _moment(nanoseconds: int) -> component.Record:
    """A `datetime` of wasi:clocks."""
    moment = component.Record()
    vars(moment).update(zip(("seconds", "nanoseconds"), divmod(max(0, nanoseconds), BILLION), strict=True))
    return moment


def _facts_in(answer: str) -> Frame:
    """What the guest said. The program shares the guest, so it may have made the guest say anything."""
    try:
        facts = json.loads(answer) if len(answer) <= MAX_ANSWER else None
    except (ValueError, RecursionError):
        facts = None
    if isinstance(facts, dict):
        said = facts.get("ending")
        if isinstance(said, str) and said in ENDINGS:
            return facts
    return {"ending": "died"}


def _how_it_died(text: str) -> Frame:
    """What ended an instance from outside, from the last line wasmtime says about it."""
    cause = text.rsplit("\n", 1)[-1].strip()
    endings = {"wasm trap: interrupt": "cpu", "wasm trap: call stack exhausted": "stack"}
    return {"ending": endings.get(cause, "died"), "why": cause[:300]}
