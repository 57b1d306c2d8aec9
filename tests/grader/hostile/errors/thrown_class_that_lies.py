# verdict: timed_out, crashed
# as: output
class Kind(type):
    __name__ = property(lambda cls: 1 / 0)
    __mro__ = property(lambda cls: 5)
    __module__ = property(lambda cls: [])

    def __instancecheck__(cls, other):
        return True

    def __subclasscheck__(cls, other):
        while True:
            pass


class Odd(Exception, metaclass=Kind):
    pass


raise Odd
