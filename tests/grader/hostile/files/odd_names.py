# verdict: passed
# as: output
# limits: cpu=2
import os

got = []
for name in ("", "a" * 10**5, "a/" * 2000, "\0", "/etc/passwd\0.txt", "\ud800", "/\ud800", "\n", "\x1b]0;x\x07", " ", ".", "con.txt", "a" * 255 + "/..", "\U0001f600" * 5000):
    for do in (open, os.stat, os.mkdir, os.rmdir, os.readlink, os.chdir, os.fsencode, os.path.realpath, lambda name: os.rename(name, name)):
        try:
            do(name)
        except (OSError, ValueError):
            pass
for name in (b"\xff\xfe", b"/etc/passwd\xff", b"\0"):
    try:
        got.append(open(name))
    except (OSError, ValueError):
        pass
print(got or "nothing got out")
