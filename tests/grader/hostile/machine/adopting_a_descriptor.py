# verdict: passed
# as: output
# limits: cpu=2
# A socket made of a descriptor that is open already.
import select
import socket

got = []
for number in range(200):
    for family in (0, 1, 2, 3):
        try:
            one = socket.socket(family, 1, 0, fileno=number)
            one.setblocking(False)
            for do in (lambda: one.recv(100), lambda: one.send(b"x" * 100), lambda: one.accept(), one.getpeername, one.getsockname):
                try:
                    got.append((number, do()))
                except (OSError, AttributeError):
                    pass
            one.detach()
        except (OSError, ValueError):
            pass
try:
    got += [one for one in select.select(range(3), [], [], 0)[0] if one > 2]
except (OSError, ValueError):
    pass
print(got or "nothing got out")
