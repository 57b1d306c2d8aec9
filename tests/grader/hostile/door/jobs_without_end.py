# verdict: crashed, timed_out, over_limit
# as: output
from sandbox_guest import jobs

code = "from sandbox_guest import jobs\njobs.answer({'kind': 'program', 'code': code, 'call': None, 'files': False, 'seed': 1})"
jobs.answer({"kind": "program", "code": f"code = {code!r}\nexec(code)", "call": None, "files": False, "seed": 1})
while True:
    jobs.answer({"kind": "parts", "code": "x", "call": None, "files": False, "seed": 1})
