# verdict: passed
# as: output
# limits: cpu=2
import socket

got = []
for name in ("localhost", "127.0.0.1", "example.com", "::1", "", None, "a" * 10**5):
    for do in (
        lambda: socket.gethostbyname(name),
        lambda: [one for one in socket.getaddrinfo(name, 80) if name not in ("127.0.0.1", "::1")],
        lambda: socket.gethostbyname_ex(name),
        lambda: socket.gethostbyaddr(name),
        lambda: socket.create_connection((name, @PORT@), timeout=0.1),
    ):
        try:
            got += [do()] if do() else []
        except (OSError, TypeError, AttributeError, ValueError):
            pass
print([one for one in got if one not in ("127.0.0.1", ("127.0.0.1", [], ["127.0.0.1"]))] or "nothing got out")
