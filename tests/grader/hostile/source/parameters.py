# verdict: crashed, not_yet, timed_out
# as: output
# source: made
code = "def f(" + ",".join(f"a{n}" for n in range(30_000)) + "): pass\n"
