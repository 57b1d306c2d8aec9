"""Read a pack from its folder: numbers of folders and files give the order, their names the ids."""

from __future__ import annotations

import os
import re
import stat
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from exercises import NAME, Problems, Table, must_be_format_1, read_exercise, read_text

from .lesson import Chapter, Lesson, Pack, PackError, Page, Step, Term

MAX_ENTRIES = 5_000
"""Files and folders in a pack. The largest pack we know has 1,500."""

MAX_DEPTH = 8
"""Folders inside each other. A chapter, a lesson, an exercise, its mistakes or test data: 4 to 7."""

MAX_FILE_BYTES = 256 * 1024
"""Bytes of one file: 100 times a long exercise."""

MAX_PACK_BYTES = 32 * 1024 * 1024
"""Bytes of all files together: 1,000 lessons."""

_NUMBERED = re.compile(rf"(\d{{1,3}})-({NAME.pattern})", re.ASCII)
_TRANSLATION = re.compile(r"(.+)\.es(\.md|\.toml)")
_IGNORED = frozenset({"__pycache__"})
_PACK_FILES = frozenset({"pack.toml", "glossary.toml", "README.md", "LICENSE"})


def load_pack(folder: Path) -> Pack:
    """The pack in a folder. Raises `PackError` with every problem, and nothing else."""
    problems, pack = Problems(), None
    try:
        _survey(folder, problems)
        if not problems:  # else nothing in the folder is opened
            pack = _read_pack(folder, problems)
    except OSError as error:  # the folder changed meanwhile, or the disk is at fault
        problems.note(folder, f"This pack can't be read ({error.strerror}).")
    if problems or pack is None:
        raise PackError(tuple(problems))
    return pack


def _survey(folder: Path, problems: Problems) -> None:
    """Look at every entry, and open none: no links, pipes or devices, nothing too big, too deep or too much."""
    if not folder.is_dir():
        problems.note(folder, "There is no folder here. Look at its name.")
        return
    seen, size, waiting = 0, 0, [(folder, 1)]
    while waiting:
        place, depth = waiting.pop()
        for entry in _entries(place, problems):
            seen += 1
            if seen > MAX_ENTRIES:
                problems.note(folder, f"There are more than {MAX_ENTRIES} files here. A pack has fewer.")
                return
            about = _stat(entry, problems)
            if about is None:
                continue
            size += about.st_size
            if stat.S_ISDIR(about.st_mode) and depth < MAX_DEPTH:
                waiting.append((Path(entry.path), depth + 1))
            elif stat.S_ISDIR(about.st_mode):
                problems.note(Path(entry.path), "This folder lies too deep inside other folders.")
    if size > MAX_PACK_BYTES:
        problems.note(folder, f"All files together are longer than {MAX_PACK_BYTES >> 20} MiB. Make two packs of it.")


def _entries(place: Path, problems: Problems) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(place) as entries:
            yield from entries
    except OSError as error:
        problems.note(place, f"This folder can't be read ({error.strerror}).")


def _stat(entry: os.DirEntry[str], problems: Problems) -> os.stat_result | None:
    """What the system says about a file or folder; None, and a problem, if it may not be in a pack."""
    path, about = Path(entry.path), entry.stat(follow_symlinks=False)
    if stat.S_ISLNK(about.st_mode):
        problems.note(path, "This is a link to another place. Put the file itself here.")
    elif stat.S_ISREG(about.st_mode) and about.st_size > MAX_FILE_BYTES:
        problems.note(path, f"This file is longer than {MAX_FILE_BYTES // 1024} KiB. Make it shorter.")
    elif stat.S_ISREG(about.st_mode) or stat.S_ISDIR(about.st_mode):
        return about
    else:
        problems.note(path, "This is not a plain file. Take it out.")
    return None


def _read_pack(folder: Path, problems: Problems) -> Pack | None:
    chapters_found = _in_order(folder, _PACK_FILES, problems)
    table = _settings(folder / "pack.toml", problems)
    if table is None:
        return None
    must_be_format_1(table)
    identity = table.text("id", longest=40)
    if identity and not NAME.fullmatch(identity):
        table.note("id", f"`{identity}` can't be an id. Use small letters, digits and dashes, like python.")
    version = table.text("version", longest=20)
    if version and not re.fullmatch(r"\d{1,4}\.\d{1,4}\.\d{1,4}", version, re.ASCII):
        table.note("version", "`version` must be three numbers with dots between them, like 1.0.0.")
    language = table.text("language")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        table.note("language", "`language` must be two small letters, like en.")
    title, author, license_name = table.text("title", longest=50), table.text("author"), table.text("license")
    table.finish()
    places: dict[str, Path] = {}
    chapters = [_read_chapter(place, f"{identity}/{name}", places, problems) for name, place in chapters_found]
    if not chapters:
        problems.note(folder, "There is no chapter in this pack. Make a folder like 01-first-programs.")
    return Pack(
        identity,
        title,
        version,
        author,
        license_name,
        language,
        tuple(chapter for chapter in chapters if chapter is not None),
        _read_glossary(folder / "glossary.toml", problems),
        folder,
        places,
    )


def _read_chapter(folder: Path, identity: str, places: dict[str, Path], problems: Problems) -> Chapter | None:
    if not _must_be_folder(folder, "chapter", problems):
        return None
    places[identity] = folder
    found = _in_order(folder, frozenset({"chapter.toml"}), problems)
    lessons = [_read_lesson(place, f"{identity}/{name}", places, problems) for name, place in found]
    if not lessons:
        problems.note(folder, "There is no lesson in this chapter. Make a folder like 01-print-text.")
    table = _settings(folder / "chapter.toml", problems)
    if table is None:
        return None
    title, summary = table.text("title"), table.text("summary", longest=400)
    objectives = table.texts("objectives", required=True)
    table.finish()
    return Chapter(identity, title, summary, objectives, tuple(lesson for lesson in lessons if lesson is not None))


def _read_lesson(folder: Path, identity: str, places: dict[str, Path], problems: Problems) -> Lesson | None:
    if not _must_be_folder(folder, "lesson", problems):
        return None
    places[identity] = folder
    found = _in_order(folder, frozenset({"lesson.toml"}), problems)
    steps = [_read_step(place, f"{identity}/{name}", places, problems) for name, place in found]
    if not steps:
        problems.note(folder, "There is nothing in this lesson. Add a page, like 1-hello.md, or an exercise folder.")
    table = _settings(folder / "lesson.toml", problems)
    if table is None:
        return None
    title = table.text("title")
    concepts, objectives = table.texts("concepts", required=True), table.texts("objectives", required=True)
    terms = table.texts("terms")
    table.finish()
    return Lesson(identity, title, concepts, objectives, terms, tuple(step for step in steps if step is not None))


def _read_step(place: Path, identity: str, places: dict[str, Path], problems: Problems) -> Step | None:
    places[identity] = place
    return read_exercise(place, identity, problems) if place.is_dir() else _read_page(place, identity, problems)


def _read_page(path: Path, identity: str, problems: Problems) -> Page | None:
    text = read_text(path, problems)
    if text is None:
        return None
    first, _, body = text.partition("\n")
    title = first.removeprefix("# ").strip()
    if not first.startswith("# ") or not title:
        problems.note(path, 'The first line must be "# " and the title of the page.', 1)
    screens, screen, line = [], list[str](), 2
    for number, words in enumerate([*body.split("\n"), "---"], 2):
        if words.rstrip() != "---":
            screen.append(words)
            continue
        if not "".join(screen).strip():
            problems.note(path, "This screen has no text. Write some, or take out the --- line.", line)
        screens.append("\n".join(screen).strip("\n"))
        screen, line = [], number
    return Page(identity, title, tuple(screens))


def _read_glossary(path: Path, problems: Problems) -> tuple[Term, ...]:
    if not path.exists():
        return ()
    table = Table.of_file(path, problems)
    if table is None:
        return ()
    must_be_format_1(table)
    terms: dict[str, Term] = {}
    for part in table.tables("term"):
        term = Term(
            part.text("term", longest=40),
            part.text("meaning", longest=300),
            part.text("es", required=False, longest=60),
            part.text("meaning_es", required=False, longest=300),
        )
        part.finish()
        if term.term.lower() in terms:
            part.note("term", f"`{term.term}` is in the glossary twice. Keep one of them.")
        terms[term.term.lower()] = term
    table.finish()
    return tuple(terms.values())


def _settings(path: Path, problems: Problems) -> Table | None:
    if not path.is_file():
        problems.note(path.parent, f"There is no {path.name} in this folder.")
        return None
    return Table.of_file(path, problems)


def _must_be_folder(path: Path, what: str, problems: Problems) -> bool:
    if path.is_dir():
        return True
    problems.note(path, f"Here only {what} folders have a number. Take this file out, or look at its name.")
    return False


def _in_order(folder: Path, known: frozenset[str], problems: Problems) -> list[tuple[str, Path]]:
    """The numbered entries of a folder: name without number, and place. Notes strangers, gaps and doubles."""
    numbered: list[tuple[int, str, Path]] = []
    for path in sorted(folder.iterdir()):
        found = _NUMBERED.fullmatch(path.stem if path.suffix == ".md" and path.is_file() else path.name)
        if path.name in known or path.name in _IGNORED:
            continue
        if translated := _TRANSLATION.fullmatch(path.name):
            if not path.with_name(translated[1] + translated[2]).is_file():
                problems.note(path, f"This is a translation, but {translated[1]}{translated[2]} is not here.")
        elif found is None:
            problems.note(path, _stranger(path))
        else:
            numbered.append((int(found[1]), found[2], path))
    numbered.sort(key=lambda entry: entry[0])
    _must_count_up([number for number, _, _ in numbered], folder, problems)
    for name, times in Counter(name for _, name, _ in numbered).items():
        if times > 1:
            problems.note(folder, f"{times} entries are called `{name}`. Give each a name of its own.")
    return [(name, path) for _, name, path in numbered]


def _stranger(path: Path) -> str:
    if path.is_dir():
        return "The name of a folder here must be a number, a dash, small letters, digits and dashes: 01-print-text."
    return "This file is not used here. Take it out, or look at its name: a page is like 2-print-text.md."


def _must_count_up(numbers: list[int], folder: Path, problems: Problems) -> None:
    for number, times in Counter(numbers).items():
        if times > 1:
            problems.note(folder, f"{times} entries have the number {number}. Give each a number of its own.")
    missing = sorted(set(range(1, len(set(numbers)) + 1)) - set(numbers))
    if missing:
        problems.note(folder, f"The numbers must count up from 1, but there is no {missing[0]}.")
