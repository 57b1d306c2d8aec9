# verdict: passed
# as: output
# limits: cpu=2
import socket
import socketserver

got = []
for do in (
    lambda: socket.create_server(("127.0.0.1", 0)),
    lambda: socket.create_server(("", 0)),
    lambda: socketserver.TCPServer(("127.0.0.1", 0), None),
    lambda: socket.socket().bind(("0.0.0.0", 0)),
    lambda: socket.socket().listen(),
    lambda: socket.socketpair(),
):
    try:
        got.append(do())
    except (OSError, AttributeError):
        pass
print(got or "nothing got out")
