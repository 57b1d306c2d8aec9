"""How well mistakes are explained: `./run bench` prints it too. Words after it choose titles and print what is said."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from figures import figures
from mistakes import Named, name, ninety, wider

from grader import Sandbox, is_prepared, prepare

HOME = Path(sys.prefix, "test-home")


def show(one: Named) -> None:
    """Print all that is said about one program."""
    print(f"== {one.mistake.title}: {one.mistake.slug}{'' if one.rightly else f', but said {one.slug}'}")
    print(one.mistake.code.rstrip("\n"))
    if one.said:
        print(f"-- line {one.said.line}: {one.said.message}")


def main() -> int:
    """Measure all, or show what is said about programs whose title or name has one of the words."""
    folder = HOME / "sandbox"
    if not is_prepared(folder):
        prepare(folder)
    with Sandbox(folder) as sandbox:
        if sys.argv[1:]:
            for mistake in ninety() + wider():
                if any(word in mistake.title or word == mistake.slug for word in sys.argv[1:]):
                    show(name(sandbox, mistake))
            return 0
        return 0 if figures(sandbox) else 1


if __name__ == "__main__":
    sys.exit(main())
