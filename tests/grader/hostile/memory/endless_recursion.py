# verdict: crashed
# as: output
def f():
    f()


f()
