# verdict: crashed
# as: run
class Odd(BaseException):
    pass


for kind in (KeyboardInterrupt, GeneratorExit, StopIteration, StopAsyncIteration, BaseException):
    try:
        raise kind
    except BaseException:
        pass
raise Odd from KeyboardInterrupt()
