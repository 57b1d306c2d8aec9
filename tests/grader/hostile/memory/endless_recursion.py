# verdict: crashed
# as: output
# limits: cpu=2
def f():
    f()


f()
