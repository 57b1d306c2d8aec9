# verdict: passed
# as: output
# limits: cpu=2
import socket

got = []
for family in range(50):
    for kind in (1, 2, 3, 4, 5, 10, 1 | 2048):
        for protocol in (0, 1, 6, 17, 255):
            try:
                one = socket.socket(family, kind, protocol)
            except (OSError, ValueError):
                continue
            for at in (("127.0.0.1", @PORT@), ("::1", @PORT@, 0, 0), "@DOOR@", b"\0door", (2, 22), ("lo", 0)):
                try:
                    one.connect(at)
                    got.append((family, kind, at, one.recv(99)))
                except (OSError, TypeError, ValueError):
                    pass
print(got or "nothing got out")
