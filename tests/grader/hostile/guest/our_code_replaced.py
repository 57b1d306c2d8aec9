# verdict: crashed, not_yet
# as: call
from sandbox_guest import errors, jobs, plain


def attack():
    return 0


plain.tagged.__code__ = (lambda value: {"t": "str", "v": ["nothing got out"], "shown": 0}).__code__
errors.describe.__code__ = (lambda error, file="": {}).__code__
