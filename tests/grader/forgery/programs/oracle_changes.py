"""Changes the functions and the globals of the test through what it hands over."""


def spoil(thing):
    for change in (
        lambda: setattr(thing, "__code__", (lambda *args, **kwargs: None).__code__),
        lambda: thing.__globals__.update(pytest=None, SECRET=0, my_map=lambda *args: 0),
        lambda: thing.__globals__["pytest"].raises.__code__,
        lambda: setattr(thing, "__call__", lambda *args: 0),
        lambda: thing.__self__.clear(),
        lambda: thing.__self__.extend(["pressed", "pressed"]),
        lambda: setattr(thing, "__defaults__", (0,)),
        lambda: setattr(thing, "__class__", object),
        lambda: thing.__init__(0),
        lambda: thing.__dict__.update(side_effect=None),
        lambda: thing.__delattr__("__dict__"),
        lambda: thing.__builtins__.update(len=lambda *args: 0),
    ):
        try:
            change()
        except BaseException:
            pass


def forge(*args):
    for part in args:
        spoil(part)
    return 0
