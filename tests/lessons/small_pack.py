"""A small pack that is in order. Each test changes one thing in it."""

from __future__ import annotations

from pathlib import Path

from lessons import load_pack, review

LESSON = "01-first-programs/01-print-text"
PAGE = f"{LESSON}/1-print-shows-text.md"
WRITE = f"{LESSON}/2-your-name"
PREDICT = f"{LESSON}/3-what-comes-out"

FILES = {
    "pack.toml": 'format = 1\nid = "small"\ntitle = "A small pack"\nversion = "1.0.0"\nauthor = "Ana"\n'
    'license = "CC-BY-4.0"\nlanguage = "en"\n',
    "glossary.toml": 'format = 1\n\n[[term]]\nterm = "text"\nmeaning = "Letters in quotes."\nes = "texto"\n'
    'meaning_es = "Letras entre comillas."\n',
    "01-first-programs/chapter.toml": 'title = "First programs"\nsummary = "You will print text."\n'
    'objectives = ["Print text."]\n',
    f"{LESSON}/lesson.toml": 'title = "Print text"\nconcepts = ["print"]\nobjectives = ["Print text."]\nterms = ["text"]\n',
    PAGE: '# Print shows text\n\nLook at this line:\n\n    print("Hi")\n\nThe letters in quotes are **text**.\n---\nPython shows it.\n',
    f"{WRITE}/exercise.md": '+++\nkind = "write"\nconcepts = ["print"]\n+++\n# Your name\n\nPrint the name `Ada`.\n\n'
    "## Hint\n\nLook at the page before.\n\n## Hint\n\nText needs quotes.\n\n## Hint\n\nType print and a bracket.\n",
    f"{WRITE}/solution.py": 'print("Ada")\n',
    f"{WRITE}/checks.toml": '[[check]]\nname = "prints Ada"\noutput = "Ada"\nmessage = "Print the name."\n',
    f"{WRITE}/mistakes/small.py": '# diagnosis: letter-case\nprint("ada")\n',
    f"{WRITE}/mistakes/bare.py": "# diagnosis: no-quotes\nprint(Ada)\n",
    f"{PREDICT}/exercise.md": '+++\nkind = "predict"\nconcepts = ["print"]\n\n[[other]]\nanswer = "\\"Hi\\""\n'
    'because = "The quotes are not part of the text."\n\n[[other]]\nanswer = "hi"\n'
    'because = "Python keeps big letters."\n+++\n# What comes out\n\nWhat does it print?\n',
    f"{PREDICT}/program.py": 'print("Hi")\n',
}


class SmallPack:
    """A pack in a folder, and what is said about it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name, text in FILES.items():
            self.write(name, text)

    def write(self, name: str, content: str | bytes) -> SmallPack:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return self

    def change(self, name: str, old: str, new: str) -> SmallPack:
        assert FILES[name].count(old) == 1, old
        return self.write(name, FILES[name].replace(old, new))

    def move(self, old: str, new: str) -> SmallPack:
        (self.folder / old).rename(self.folder / new)
        return self

    def load(self):
        return load_pack(self.folder)

    def problems(self, error=None) -> list[str]:
        """What loading (an error) or reviewing says, with paths inside the pack."""
        found = error.problems if error else review(self.load())
        return [str(problem).replace(f"{self.folder}/", "").replace(str(self.folder), ".") for problem in found]
