"""The shelf: the folders where packs are kept."""

from __future__ import annotations

from pathlib import Path

from exercises import Problem

from .lesson import Pack, PackError
from .loading import load_pack

BUILT_IN = Path(__file__).parent / "packs"
"""The packs that come with the tutor."""


class Shelf:
    """Folders of packs. A folder that is not there is an empty one."""

    def __init__(self, *folders: Path) -> None:
        self.folders = folders
        self.broken: list[tuple[Path, PackError]] = []
        """Packs that the last `packs()` could not use, and why."""

    def packs(self) -> tuple[Pack, ...]:
        """Every pack that can be used, in the order of the folders and then by name; the rest goes to `broken`."""
        self.broken = []
        packs: dict[str, Pack] = {}
        for place in (place for folder in self.folders for place in self._places(folder)):
            try:
                pack = load_pack(place)
                if pack.id in packs:
                    raise _taken(pack, packs[pack.id])
            except PackError as error:
                self.broken.append((place, error))
            else:
                packs[pack.id] = pack
        return tuple(packs.values())

    def _places(self, folder: Path) -> list[Path]:
        try:
            return sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith((".", "__")))
        except FileNotFoundError:
            return []
        except OSError as error:
            reason = f"This folder can't be read ({error.strerror}). Ask staff to look at the disk."
            self.broken.append((folder, PackError((Problem(folder, None, reason),))))
            return []


def _taken(pack: Pack, other: Pack) -> PackError:
    reason = f"Another pack is called `{pack.id}` too: {other.folder}. Take one of them out."
    return PackError((Problem(pack.folder / "pack.toml", None, reason),))
