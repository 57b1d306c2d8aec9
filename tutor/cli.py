"""The `tutor` command: opens the screens, or does one thing without them."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from .home import Home, HomeError, find_home

if TYPE_CHECKING:
    from grader import CheckResult, Explanation, Sandbox

OK, NOT_YET, OUR_FAULT = 0, 1, 2
"""Exit statuses: passed; not yet; the exercise or the machine is at fault."""

PREPARE_SECONDS = 30
"""What making the sandbox ready takes on an ordinary computer, for the bar."""


class CommandError(Exception):
    """A command that can't be done; the message says why and what to do next."""


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line says; the exit status."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace" if stream is not sys.stdin else "replace")
    options = _parser().parse_args(arguments)
    try:
        status: int = options.do(options, find_home())
    except KeyboardInterrupt:
        _tell("Stopped.")
        return NOT_YET
    except BrokenPipeError:
        return NOT_YET
    except Exception as error:
        if not isinstance(error, _expected_errors()):
            raise
        _tell(str(error))
        return OUR_FAULT
    return status


def _expected_errors() -> tuple[type[Exception], ...]:
    from exercises import ExerciseError
    from grader import SandboxError
    from lessons import PackError
    from sync import SyncError

    return (CommandError, HomeError, SandboxError, ExerciseError, PackError, SyncError)


def _tell(text: str) -> None:
    from .clean_text import clean

    print(clean(text), file=sys.stderr)


def _say(text: str) -> None:
    from .clean_text import clean

    print(clean(text), flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="tutor",
        description="Learn Python in a terminal. Without a command, it opens the lessons.",
        epilog="TUTOR_HOME names the folder where everything is kept; without it, the system's own place for data.",
    )
    parser.add_argument("--version", action="store_const", dest="do", const=_version, help="print the version")
    parser.set_defaults(do=_open)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    def add(
        name: str, do: Callable[[argparse.Namespace, Home], int], words: str, where: object = commands
    ) -> argparse.ArgumentParser:
        command: argparse.ArgumentParser = where.add_parser(name, help=words, description=words)  # type: ignore[attr-defined]
        command.set_defaults(do=do)
        return command

    run = add("run", _run, "Run a Python program in the sandbox.")
    run.add_argument("file", type=Path, metavar="FILE")
    run.add_argument("--language", choices=("en", "es"), default="en", help="the language of explanations")
    run.add_argument("--style", action="store_true", help="also say what could be written in a shorter way")
    steps = add("steps", _steps, "Show what each line of a Python program does, step by step.")
    steps.add_argument("file", type=Path, metavar="FILE")
    steps.add_argument("--input", action="append", default=[], metavar="TEXT", help="what input() reads; once for each")
    steps.add_argument("--json", action="store_true", help="print the steps as one JSON object")
    add("play", _play, "Open a Python prompt in the sandbox, to try things out.")
    grade = add("grade", _grade, "Check a program against an exercise.")
    grade.add_argument("exercise", type=Path, metavar="EXERCISE_FOLDER")
    grade.add_argument("file", type=Path, metavar="FILE")
    grade.add_argument("--language", choices=("en", "es"), default="en", help="the language of explanations")
    grade.add_argument("--json", action="store_true", help="print the report as one JSON object")
    pack = add("pack", _pack_help, "Check packs of lessons, or list them.")
    kinds = pack.add_subparsers(title="commands", metavar="COMMAND")
    check = add("check", _pack_check, "Say everything that needs mending in a pack.", kinds)
    check.add_argument("folder", type=Path, metavar="FOLDER")
    noted = add("record", _pack_record, "Write down, beside each exercise with tests, which tests count.", kinds)
    noted.add_argument("folder", type=Path, metavar="FOLDER")
    add("list", _pack_list, "List the packs on this computer.", kinds)
    pack.set_defaults(parser=pack)
    export = add("export", _export, "Write what learners did into a folder, such as a USB stick.")
    export.add_argument("folder", type=Path, metavar="FOLDER")
    export.add_argument("--with-code", action="store_true", help="take learners' programs along too")
    merge = add("merge", _merge, "Head office: take in the bundles of many sticks, and say who did what.")
    merge.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    add("prepare", _prepare, "Make the sandbox ready on this computer (once, about half a minute).")
    doctor = add("doctor", _doctor, "Try every wall of the sandbox on this computer, and say whether it is safe.")
    doctor.add_argument("--json", action="store_true", help="print the findings as one JSON object")
    return parser


def _version(_options: argparse.Namespace, _home: Home) -> int:
    from importlib.metadata import version

    _say(f"facility-tutor {version('facility-tutor')}")
    return OK


def _pack_help(options: argparse.Namespace, _home: Home) -> int:
    options.parser.print_help()
    return OK


def _open(_options: argparse.Namespace, home: Home) -> int:
    home.must_be_writable()
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise CommandError(
            "The lessons need a terminal. Start `tutor` in one, or see `tutor --help` for commands without."
        )
    sys.stdout.write("facility-tutor is starting ...\n")
    sys.stdout.flush()
    if not home.looks_prepared:
        make_ready(home)
    from .app import NOT_READY, open_tutor, start_again

    status = open_tutor(home)
    if status == NOT_READY:
        make_ready(home)
        start_again()
    return status


def make_ready(home: Home) -> None:
    """Prepare the sandbox if this computer has not done so yet, with a bar."""
    from grader import is_prepared, prepare

    if is_prepared(home.sandbox):
        return
    out = sys.stderr
    out.write(f"Making the sandbox ready. This is done once and takes about {PREPARE_SECONDS} seconds.\n")

    def bar(gone: float) -> None:
        filled = min(19, int(20 * gone / PREPARE_SECONDS))
        out.write(f"\r[{'#' * filled}{'.' * (20 - filled)}] {int(gone)} s of about {PREPARE_SECONDS} s ")
        out.flush()

    found = prepare(home.sandbox, bar if out.isatty() else None)
    end = "ready" if found.safe else "done, and not safe"
    out.write(f"\r[{'#' * 20}] {end}" + " " * 20 + "\n" if out.isatty() else f"{end.capitalize()}.\n")


def _prepare(_options: argparse.Namespace, home: Home) -> int:
    from grader import is_prepared

    was_ready = is_prepared(home.sandbox)
    with _sandbox(home):
        if was_ready:
            _say("The sandbox is ready.")
    return OK


def _doctor(options: argparse.Namespace, home: Home) -> int:
    """0: every wall holds. 1: one does not. 2: nothing could be tried."""
    from grader import prepare

    from .clean_text import clean

    found = prepare(home.sandbox)
    print(json.dumps(found.as_json()) if options.json else clean("\n".join(found.as_lines())))
    return OK if found.safe else NOT_YET


@contextmanager
def _sandbox(home: Home) -> Iterator[Sandbox]:
    from grader import NativeChangedError, Sandbox

    make_ready(home)
    with Sandbox(home.sandbox) as sandbox:
        try:
            sandbox.warm_up()
        except NativeChangedError:
            make_ready(home)
            sandbox.warm_up()
        yield sandbox


def _read_program(path: Path) -> str | None:
    """The text of a program; None if it is no text. Raises `CommandError` if the file can't be read."""
    try:
        with path.open("rb") as file:
            content = file.read(8 << 20)
    except OSError as error:
        raise CommandError(f"{path} can't be read ({error.strerror}). Look at its name.") from None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


_NOT_TEXT = "The program has bytes that are not UTF-8 text. Save the file as UTF-8, then try again."


def _readable_program(path: Path, language: str = "en") -> str | None:
    """The text of a program; None, and a sentence on the error stream, if it can't be run as one."""
    from grader import unreadable

    code = _read_program(path)
    if said := _NOT_TEXT if code is None else unreadable(code, language):
        _tell(said)
        return None
    return code


def _tell_explanation(found: Explanation | None, language: str) -> None:
    from grader import with_line

    if found:
        _tell(with_line(found, language))
        if found.python:
            _tell(found.python.rstrip())


def _steps(options: argparse.Namespace, home: Home) -> int:
    from grader import Ending, explain, trace

    from .stepping import step_lines

    code = _readable_program(options.file)
    if code is None:
        return NOT_YET
    with _sandbox(home) as sandbox:
        traced = trace(sandbox, code, options.input)
        found = explain(sandbox, code, traced.outcome)
    if options.json:
        print(json.dumps(traced.as_json()))
    else:
        for line in step_lines(traced, code):
            _say(line)
        _tell_explanation(found, "en")
    return OK if traced.outcome.ending in (Ending.FINISHED, Ending.EXITED) else NOT_YET


def _play(_options: argparse.Namespace, home: Home) -> int:
    from .prompt import talk

    with _sandbox(home) as sandbox:
        talk(sandbox)
    return OK


def _run(options: argparse.Namespace, home: Home) -> int:
    from grader import Channel, Ending, explain, run

    from .clean_text import clean

    code = _readable_program(options.file, options.language)
    if code is None:
        return NOT_YET

    def wrote(channel: Channel, text: str) -> None:
        stream = sys.stderr if channel is Channel.ERRORS else sys.stdout
        stream.write(clean(text))
        stream.flush()

    def asks() -> str | None:
        line = sys.stdin.readline()
        return line.rstrip("\n") if line else None

    with _sandbox(home) as sandbox:
        outcome = run(sandbox, code, wrote, asks)
        found = explain(sandbox, code, outcome, options.language, style=options.style)
    _tell_explanation(found, options.language)
    return OK if outcome.ending in (Ending.FINISHED, Ending.EXITED) else NOT_YET


def _grade(options: argparse.Namespace, home: Home) -> int:
    from exercises import load_exercise
    from grader import CheckResult, GradeReport, Submission, Verdict, grade

    exercise = load_exercise(options.exercise)
    code = _read_program(options.file)
    if code is None:
        report = GradeReport((CheckResult("the program can be read", Verdict.NOT_YET, _NOT_TEXT),), 0.0)
    else:
        with _sandbox(home) as sandbox:
            report = grade(sandbox, Submission(exercise, code), options.language)
    if options.json:
        print(json.dumps(report.as_json()))
    else:
        _say(f"{exercise.title}: {report.passed_count} of {len(report.results)} checks pass")
        for result in report.results:
            _say(report_lines(result))
    return OK if report.verdict is Verdict.PASSED else NOT_YET


def report_lines(result: CheckResult) -> str:
    """One result in words: what was typed, what was printed, what was wanted."""
    from grader import Verdict

    if result.verdict is Verdict.PASSED:
        return f"[PASS]    {result.name}"
    lines = [f"[NOT YET] {result.name}", *(f"          {sentence}" for sentence in result.sentences)]
    for words, text in (("typed", "\n".join(result.typed)), ("printed", result.actual), ("wanted", result.expected)):
        if text:
            lines += [f"          {words}:", *(f"            {line}" for line in text.rstrip("\n").split("\n"))]
    if result.explanation and result.explanation.python:
        lines += [f"            {line}" for line in result.explanation.python.rstrip().split("\n")]
    return "\n".join(lines)


def _pack_check(options: argparse.Namespace, home: Home) -> int:
    from .packs import check_pack

    started = time.monotonic()

    def bar(done: int, all_of_them: int) -> None:
        if sys.stderr.isatty():
            sys.stderr.write(f"\rrunning exercise {done} of {all_of_them} " + ("\n" if done == all_of_them else ""))

    with _sandbox(home) as sandbox:
        pack, problems = check_pack(options.folder, sandbox, bar)
    for problem in problems:
        _say(str(problem))
    if pack is None or problems:
        _say(f"{len(problems)} to mend.")
        return OUR_FAULT
    chapters, exercises = len(pack.chapters), len(list(pack.exercises()))
    lessons = sum(len(chapter.lessons) for chapter in pack.chapters)
    _say(
        f"{pack.title} {pack.version} is in order: chapters {chapters}, lessons {lessons}, exercises {exercises}"
        f" ({time.monotonic() - started:.1f} s)"
    )
    return OK


def _pack_record(options: argparse.Namespace, home: Home) -> int:
    from .packs import record_pack

    with _sandbox(home) as sandbox:
        done, problems = record_pack(options.folder, sandbox)
    for problem in problems:
        _say(str(problem))
    _say(f"Exercises with tests written down: {done}.")
    return OUR_FAULT if problems else OK


def _pack_list(_options: argparse.Namespace, home: Home) -> int:
    from lessons import BUILT_IN, Shelf

    shelf = Shelf(BUILT_IN, home.packs)
    for pack in shelf.packs():
        lessons = [lesson for chapter in pack.chapters for lesson in chapter.lessons]
        _say(
            f"{pack.id}  {pack.version}  {pack.title}  (lessons {len(lessons)}, exercises {len(list(pack.exercises()))})"
        )
    for folder, error in shelf.broken:
        _tell(f"{folder} can't be used: {len(error.problems)} to mend. Run: tutor pack check {folder}")
    return OUR_FAULT if shelf.broken else OK


def _export(options: argparse.Namespace, home: Home) -> int:
    from .office import export_lines

    for line in export_lines(home, options.folder, with_code=options.with_code):
        _say(line)
    return OK


def _merge(options: argparse.Namespace, home: Home) -> int:
    from .office import merge_lines

    lines, refused = merge_lines(home, options.folders)
    for line in lines:
        _say(line)
    return OUR_FAULT if refused else OK
