# verdict: passed
# as: output
# limits: cpu=2
import os

got = []
for name in (
    "null zero full random urandom mem kmem kmsg tty tty0 tty1 console ptmx pts/0 shm shm/x fd/0 fd/1 stdin stdout "
    "sda nvme0n1 loop0 loop-control fuse kvm net/tun vsock uinput input/event0 snd/timer dri/card0 mapper/control"
).split():
    for flags in (os.O_RDONLY, os.O_RDWR, os.O_WRONLY | os.O_NONBLOCK, os.O_RDWR | os.O_CREAT):
        try:
            got.append((name, os.open("/dev/" + name, flags)))
        except OSError:
            pass
for name in ("NUL", "CON", "COM1", "\\\\.\\PhysicalDrive0", "\\\\.\\pipe\\x", "\\\\?\\C:\\"):
    try:
        got.append((name, open(name).read(10)))
    except OSError:
        pass
print(got or "nothing got out")
