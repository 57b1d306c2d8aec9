# verdict: not_yet, crashed
# as: output
# limits: cpu=3
# source: made
code = "d = lambda f: f\n" + "@d\n" * 8_000 + "def f(): pass\n"
