"""The program inside the sandbox: takes one job from the worker and answers it.

It is run once when the component is built; what is imported and prepared then
is where every job starts.
"""

import gc
import json
import random

import wit_world

from . import explain, jobs, stdlib, tests


class WitWorld(wit_world.WitWorld):
    """The exports of `world.wit`."""

    def run(self, job: str) -> str:
        """Answer one job."""
        return json.dumps(jobs.answer(json.loads(job)))

    def reach(self, message: str) -> str:
        """Answer the other guest."""
        return jobs.reached(message)


def _not_now() -> None:
    """Stands for `random.seed` until a job puts it back.

    componentize-py calls it before the first job of an instance, with 2,500 bytes that cross the door one by one.
    """


stdlib.load()
tests.prepare()
explain.prepare()
random.seed = _not_now
# Without this every full collection walks the whole snapshot: 55 to 90 ms each.
gc.collect()
gc.freeze()
