# verdict: crashed, not_yet
# as: output
# source: made
code = "".join(" " * n + f"def f{n}():\n" for n in range(90)) + " " * 90 + "pass\n"
