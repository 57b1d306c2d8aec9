# verdict: passed
# as: output
# limits: cpu=2
import io
import os
import pathlib

got = []
for path in (
    "/etc/passwd", "/etc/shadow", "/etc/hostname", "/root/.bashrc", "/var/log/syslog", "/home", "/tmp", "/",
    "@FOLDER@/canary.txt", "@FOLDER@", "//@FOLDER@/canary.txt", "file://@FOLDER@/canary.txt",
    "C:\\Windows\\win.ini", "\\\\localhost\\c$\\Windows\\win.ini", "~/.ssh/id_rsa",
):
    for way in (
        lambda: open(path).read(),
        lambda: open(path.encode()).read(),
        lambda: io.FileIO(path).read(),
        lambda: io.open_code(path).read(),
        lambda: os.read(os.open(path, os.O_RDONLY), 100),
        lambda: pathlib.Path(path).expanduser().read_text(),
        lambda: os.stat(path) and path != "/" and os.stat(path),
        lambda: os.readlink(path),
        lambda: os.listdir(path),
    ):
        try:
            got += [(path, way())] if way() else []
        except (OSError, ValueError, RuntimeError):
            pass
print(got or "nothing got out")
