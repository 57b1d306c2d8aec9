# verdict: crashed, not_yet, passed
# as: call
import sys

from sandbox_guest import app, jobs


class Other:
    def __getattr__(self, name):
        raise SystemExit


def attack():
    sys.stdout.__class__, jobs._HostWriter.write = jobs._HostReader, None
    app.WitWorld.run = lambda self, job: "{}"
    jobs.wit_world = Other()
    return "nothing got out"
