"""What a disk may hold after a power cut, for every moment of a recorded run.

The model: a write is durable after `fsync` of its file, a name after `fsync` of its folder. What is
not durable may be there, be missing, or be there in part: the first half, or the last half behind zeros.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


class File:
    """A file's bytes, whatever names it has."""

    def __init__(self, content: bytes = b"") -> None:
        self.at_start = content
        self.length = len(content)


@dataclass
class Recording:
    """The order of writes, syncs, names and acknowledgements below one folder."""

    root: Path
    steps: list[tuple] = field(default_factory=list)
    names: dict[str, File | None] = field(default_factory=dict)
    open_files: dict[int, tuple[str, File | None]] = field(default_factory=dict)
    at_start: dict[str, File | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for path in sorted(self.root.rglob("*")):
            self.names[str(path)] = None if path.is_dir() else File(path.read_bytes())
        self.at_start = dict(self.names)

    def acknowledge(self, what: object) -> None:
        self.steps.append(("ack", what))

    def listen(self, monkeypatch) -> None:
        real = {name: getattr(os, name) for name in ("open", "close", "write", "fsync", "ftruncate", "mkdir", "unlink")}
        real_replace, real_rename = os.replace, os.rename

        def opened(path, flags, mode=0o777, **more):
            descriptor = real["open"](path, flags, mode, **more)
            name = str(path)
            if self._is_mine(name) and not os.path.isdir(name):
                if name not in self.names:
                    self.names[name] = File()
                    self.steps.append(("name", name, self.names[name]))
                self.open_files[descriptor] = (name, self.names[name])
            elif self._is_mine(name):
                self.open_files[descriptor] = (name, None)
            return descriptor

        def closed(descriptor):
            self.open_files.pop(descriptor, None)
            real["close"](descriptor)

        def wrote(descriptor, content):
            count = real["write"](descriptor, content)
            if descriptor in self.open_files:
                file = self.open_files[descriptor][1]
                self.steps.append(("write", file, file.length, bytes(content[:count])))
                file.length += count
            return count

        def synced(descriptor):
            real["fsync"](descriptor)
            if descriptor in self.open_files:
                name, file = self.open_files[descriptor]
                self.steps.append(("sync", file) if file else ("sync names", name))

        def cut(descriptor, length):
            real["ftruncate"](descriptor, length)
            if descriptor in self.open_files:
                file = self.open_files[descriptor][1]
                self.steps.append(("cut", file, length))
                file.length = length

        def made(path, mode=0o777, **more):
            real["mkdir"](path, mode, **more)
            if not self._is_mine(path):
                return
            self.names[str(path)] = None
            self.steps.append(("name", str(path), None))

        def removed(path, **more):
            real["unlink"](path, **more)
            if not self._is_mine(path):
                return
            self.names.pop(str(path))
            self.steps.append(("unname", str(path)))

        def moved(how):
            def move(old, new, **more):
                how(old, new, **more)
                if not self._is_mine(new):
                    return
                self.names[str(new)] = self.names.pop(str(old))
                self.steps.append(("move", str(old), str(new), self.names[str(new)]))

            return move

        for name, heard in [
            ("open", opened), ("close", closed), ("write", wrote), ("fsync", synced), ("ftruncate", cut),
            ("mkdir", made), ("unlink", removed), ("replace", moved(real_replace)), ("rename", moved(real_rename)),
        ]:  # fmt: skip
            monkeypatch.setattr(os, name, heard)

    def _is_mine(self, path: object) -> bool:
        return Path(str(path)).is_relative_to(self.root)

    def states(self, seed: int = 0, some: int = 2) -> Iterator[Disk]:
        """For every moment: the least the disk may hold, the most, and `some` between."""
        rng = random.Random(seed)
        for moment in range(len(self.steps) + 1):
            for luck in [0.0, 1.0, *[0.5] * some]:
                yield Disk(self, moment, luck, rng)


class Disk:
    """One thing the disk may hold when the power goes after `moment` steps."""

    def __init__(self, recording: Recording, moment: int, luck: float, rng: random.Random) -> None:
        self.moment, self.luck, self._rng = moment, luck, rng
        self._root = recording.root
        self.acknowledged = [step[1] for step in recording.steps[:moment] if step[0] == "ack"]
        self._names = dict(recording.at_start)
        self._bytes = {file: file.at_start for file in self._names.values() if file}
        self._loose_names: list[tuple] = []
        self._loose_bytes: dict[File, list[tuple]] = {}
        for step in recording.steps[:moment]:
            self._take(step)
        for step in self._loose_names:
            if self._lucky():
                self._apply_name(step)
        for file, steps in self._loose_bytes.items():
            for step in steps:
                self._apply_bytes(file, self._torn(step))

    def put_in(self, folder: Path) -> None:
        """Writes the files and folders as they are found after the cut."""
        for name, file in sorted(self._names.items()):
            path = folder / Path(name).relative_to(self._root)
            if path.parent.is_dir() or path.parent == folder:
                path.parent.mkdir(parents=True, exist_ok=True)
                if file is None:
                    path.mkdir(exist_ok=True)
                else:
                    path.write_bytes(self._bytes.get(file, b""))

    def _take(self, step: tuple) -> None:
        match step:
            case ("write", file, *_) | ("cut", file, _):
                self._loose_bytes.setdefault(file, []).append(step)
            case ("sync", file):
                for each in self._loose_bytes.pop(file, []):
                    self._apply_bytes(file, each)
            case ("sync names", folder):
                mine = [
                    each
                    for each in self._loose_names
                    if os.path.dirname(each[-2 if each[0] != "unname" else 1]) == folder
                ]
                for each in mine:
                    self._loose_names.remove(each)
                    self._apply_name(each)
            case ("name" | "unname" | "move", *_):
                self._loose_names.append(step)

    def _apply_name(self, step: tuple) -> None:
        match step:
            case ("name", name, file):
                self._names.setdefault(name, file)
            case ("unname", name):
                self._names.pop(name, None)
            case ("move", old, new, file):
                if self._names.get(old) is file:
                    self._names.pop(old, None)
                self._names[new] = file

    def _apply_bytes(self, file: File, step: tuple) -> None:
        old = self._bytes.get(file, b"")
        match step:
            case ("write", _, offset, content) if content:
                self._bytes[file] = old[:offset].ljust(offset, b"\0") + content + old[offset + len(content) :]
            case ("cut", _, length):
                self._bytes[file] = old[:length]

    def _torn(self, step: tuple) -> tuple:
        if step[0] == "cut":
            return step if self._lucky() else ("cut", step[1], 1 << 60)
        if self.luck in (0.0, 1.0):
            return step if self.luck else (*step[:3], b"")
        content = step[3]
        half = self._rng.randrange(len(content) + 1)
        return (*step[:3], self._rng.choice([b"", content, content[:half], bytes(half) + content[half:]]))

    def _lucky(self) -> bool:
        return self._rng.random() < self.luck


def no_sync(*arguments: object) -> None:
    """In place of a sync, for a check that must then go red."""
