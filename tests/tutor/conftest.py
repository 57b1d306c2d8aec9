"""The tutor on a small pack of its own, driven as a person drives it: by keys."""

from __future__ import annotations

import asyncio
import shutil
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tutor.home import Home

LESSON = Path("01-first/01-begin")
FILES = {
    "pack.toml": 'format = 1\nid = "small"\ntitle = "A small pack"\nversion = "1.0.0"\nauthor = "A"\nlicense = "MIT"\nlanguage = "en"\n',
    "glossary.toml": "format = 1\n",
    "01-first/chapter.toml": 'title = "First"\nsummary = "You begin."\nobjectives = ["Begin."]\n',
    LESSON / "lesson.toml": 'title = "Begin"\nconcepts = ["print"]\nobjectives = ["Begin."]\nterms = []\n',
    LESSON / "1-words.md": '# Words\n\nPython has `print`.\n\n    print("Hi")\n\n---\n\nA second screen.\n',
    LESSON
    / "2-guess/exercise.md": '+++\nkind = "predict"\nconcepts = ["print"]\n[[other]]\nanswer = "2 + 3"\nbecause = "There are no quotes, so Python adds."\n[[other]]\nanswer = "23"\nbecause = "Python adds."\n+++\n# Guess\n\nWhat does it print?\n',
    LESSON / "2-guess/program.py": "print(2 + 3)\n",
    LESSON
    / "3-greet/exercise.md": '+++\nkind = "write"\nconcepts = ["print"]\n+++\n# Greet\n\nAsk for a name and greet: `Hello, Ada!`\n\n## Hint\n\nLook at line 1.\n\n## Hint\n\nUse `input()`.\n\n## Hint\n\nUse a plus sign.\n',
    LESSON / "3-greet/solution.py": 'name = input("Name? ")\nprint("Hello, " + name + "!")\n',
    LESSON / "3-greet/starter.py": "# write here\n",
    LESSON / "3-greet/checks.toml": '[[check]]\nname = "greets Ada"\ninput = ["Ada"]\noutput = "Hello, Ada!"\n',
    LESSON
    / "4-type-it/exercise.md": '+++\nkind = "predict"\nconcepts = ["print"]\n+++\n# Type it\n\nWhat does it print?\n',
    LESSON / "4-type-it/program.py": 'print("a")\nprint("b")\n',
}


def write_pack(folder: Path, **changes: str) -> Path:
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def small_pack(tmp_path, monkeypatch) -> Path:
    folder = write_pack(tmp_path / "packs" / "small")
    monkeypatch.setattr("tutor.session.BUILT_IN", folder.parent)
    return folder


class Person:
    """Somebody at the keyboard: presses keys, waits until a text is on the screen, reads it."""

    def __init__(self, app, pilot):
        self.app, self.pilot = app, pilot

    @property
    def screen(self) -> str:
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        names = {"\n": "enter", " ": "space", "\t": "tab"}
        await self.press(*(names.get(character, character) for character in text))

    async def sees(self, text: str, seconds: float = 15.0) -> str:
        for _ in range(int(seconds / 0.05)):
            await self.pilot.pause(0.05)
            if text in self.screen:
                return self.screen
        raise AssertionError(f"{text!r} did not appear on:\n{self.screen}")

    async def sign_up(self, name: str = "Ada", pin: str = "1234") -> None:
        await self.sees("pick your name" if "Pick your name" in self.screen else "Welcome")
        await self.press("end", "enter")
        await self.sees("What is your name?")
        await self.type(f"{name}\n")
        await self.sees("Now choose 4 numbers")
        await self.type(f"{pin}\n")
        await self.sees("once more")
        await self.type(f"{pin}\n")
        await self.sees("What would you like to do?")

    async def sign_in(self, name: str = "Ada", pin: str = "1234") -> None:
        await self.sees(name)
        await self.press("enter")
        await self.sees("Type your 4 numbers")
        await self.type(f"{pin}\n")


@pytest.fixture
def at_keyboard(home, small_pack):
    """Run a walk: an async function that is given a `Person`; a fresh app each time, on the same home."""
    from tutor.app import TutorApp

    @asynccontextmanager
    async def person(size):
        app = TutorApp(Home(home))
        async with app.run_test(size=size) as pilot:
            yield Person(app, pilot)
        app.close_session()

    def walk(steps, size=(80, 24)):
        async def go():
            async with person(size) as someone:
                return await steps(someone)

        return asyncio.run(go())

    return walk


@pytest.fixture
def other_home(tmp_path, home):
    target = tmp_path / "other"
    shutil.copytree(home, target, symlinks=True)
    return target
