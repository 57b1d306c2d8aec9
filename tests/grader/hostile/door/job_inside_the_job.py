# verdict: not_yet, crashed, passed
# as: output
# The program calls what only the worker calls.
import json

import wit_world
from sandbox_guest import app, jobs

job = {"kind": "program", "code": "print('inner')", "call": None, "files": False, "seed": 1}
for _ in range(50):
    app.WitWorld().run(json.dumps(job))
jobs.answer({**job, "kind": "rehearsal"})
jobs.answer({**job, "files": False, "kind": "tests", "paths": ["/work"], "module": "x"})
print("nothing got out")
