# verdict: timed_out
# as: output
def stubborn():
    while True:
        try:
            yield
        except BaseException:
            while True:
                pass


one = stubborn()
next(one)
one.close()
