"""What staff and head office do with the record: carry it out, take it in, say who did what."""

from __future__ import annotations

from pathlib import Path

from sync import Progress, export, merge, report

from .home import Home


def export_lines(home: Home, target: Path, *, with_code: bool) -> list[str]:
    """Write a bundle into a folder and say what is in it. Raises `SyncError`."""
    done = export(home.folder, target, with_code=with_code)
    lines = list(done.notes)
    if done.path is not None:
        code = "with" if with_code else "without"
        lines.append(
            f"Learners {done.learners}, events {done.events}, {code} their programs, {done.bytes} bytes: {done.path}"
        )
        lines.append("The bundle was read back and is whole. You can take the stick out when the system says so.")
    return lines


def merge_lines(home: Home, sources: list[Path]) -> tuple[list[str], bool]:
    """Take in bundles and say who did what; also whether any file was not taken. Raises `SyncError`."""
    done = merge(home.office, sources)
    lines = [f"Bundles {done.bundles}: new events {done.new_events}, known before {done.known_events}.", ""]
    lines.append(f"{'Learner':<30} {'New':>6} {'Passed':>7} {'Answers':>8} {'Pages':>6}")
    new = {summary.learner.id: summary.new_events for summary in done.learners}
    everybody = sorted(report(home.office).items(), key=lambda pair: (pair[0].name.casefold(), pair[0].id))
    for learner, progress in everybody:
        lines.append(_learner_line(learner.name or learner.id[:8], new.get(learner.id, 0), progress))
    return [*lines, *(["", *done.notes] if done.notes else [])], bool(done.notes)


def _learner_line(name: str, new: int, progress: Progress) -> str:
    shown = name if len(name) <= 30 else name[:27] + "..."
    return f"{shown:<30} {new:>6} {len(progress.passed):>7} {progress.attempts:>8} {len(progress.pages):>6}"
