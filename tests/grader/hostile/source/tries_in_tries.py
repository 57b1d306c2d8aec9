# verdict: crashed
# as: output
# source: made
code = "".join(" " * n + "try:\n" for n in range(60)) + " " * 60 + "pass\n" + "".join(" " * n + "finally: pass\n" for n in reversed(range(60)))
