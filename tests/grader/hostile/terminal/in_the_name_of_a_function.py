# verdict: crashed
# as: run
def f():
    raise ValueError


f.__code__ = f.__code__.replace(co_name="\x1b[2J\u202e", co_qualname="\x1b]52;c;eA==\x07", co_filename="program.py")
f()
