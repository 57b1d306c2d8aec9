# verdict: crashed, not_yet
# as: output
# source: made
code = "".join(" " * n + f"class C{n}:\n" for n in range(90)) + " " * 90 + "pass\n"
