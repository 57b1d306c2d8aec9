# verdict: timed_out, over_limit
# as: output
import difflib
import textwrap
import unicodedata

while True:
    unicodedata.normalize("NFKD", "\ufdfa" * 10**5)
    textwrap.wrap("a " * 10**5, 2)
    difflib.ndiff(["a" * 5000] * 20, ["ab" * 2500] * 20)
