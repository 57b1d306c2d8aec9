"""Keeps events in a learner's journal and prints the id of each as soon as it is acknowledged.

Run with: the learner's folder, the learner's id, how many events (0: until it is stopped).
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from sync import Attempt, Journal, SyncError


def main() -> None:
    folder, learner, events = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    with Journal.open(folder, learner) as journal:
        for n in itertools.count(1) if events == 0 else range(1, events + 1):
            try:
                event = journal.append(Attempt("a/b/c/d", "a@1", "passed", 1, 1, f"print({n})"))
                sys.stdout.write(f"kept {event.id}\n")
            except SyncError as error:
                sys.stdout.write(f"not kept {error}\n")
            sys.stdout.flush()


main()
