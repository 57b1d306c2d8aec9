# verdict: crashed, not_yet
# as: output
# source: made
code = "".join(" " * n + "if 1:\n" for n in range(99)) + " " * 99 + "pass\n"
