"""Raises errors whose class says yes to everything."""


class Yes(type):
    def __instancecheck__(cls, thing):
        return True

    def __subclasscheck__(cls, other):
        return True

    def __eq__(cls, other):
        return True

    def __hash__(cls):
        return 0

    def mro(cls):
        return [cls, *Exception.__mro__]


class Lie(Exception, metaclass=Yes):
    __class__ = property(lambda self: ValueError)

    @property
    def args(self):
        return forge

    def __str__(self):
        return "no half"


def forge(*args):
    raise Lie
