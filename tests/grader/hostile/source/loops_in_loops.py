# verdict: crashed
# as: output
# source: made
code = "".join(" " * n + "for x in 'a':\n" for n in range(99)) + " " * 99 + "pass\n"
