# verdict: passed
# as: output
# limits: cpu=2
import socket

got = []
for family in (socket.AF_INET, getattr(socket, "AF_INET6", 3), getattr(socket, "AF_UNIX", 1)):
    try:
        one = socket.socket(family, socket.SOCK_DGRAM)
    except (OSError, ValueError):
        continue
    for at in (("127.0.0.1", @PORT@), ("255.255.255.255", 9), ("8.8.8.8", 53), ("224.0.0.1", 5353), "@DOOR@"):
        try:
            got.append(one.sendto(b"knock", at))
        except (OSError, TypeError, ValueError):
            pass
print(got or "nothing got out")
