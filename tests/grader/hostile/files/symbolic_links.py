# verdict: passed
# as: output
# limits: cpu=2
import os
import pathlib

got = []
for at, target in enumerate(("/etc/passwd", "@FOLDER@/canary.txt", "@FOLDER@", "..", "../../../..", "/", "/proc/self/root", "/dev/tty")):
    for place in ("", "/", "/tmp/", "/work/"):
        name = f"{place}link{at}"
        try:
            os.symlink(target, name)
        except OSError:
            pass
        for path in (name, name + "/canary.txt", name + "/etc/passwd", name + "@FOLDER@/canary.txt"):
            for way in (lambda: open(path).read(), lambda: os.listdir(path), lambda: pathlib.Path(path).resolve(strict=True).read_text()):
                try:
                    got.append((target, way()))
                except OSError:
                    pass
print([one for one in got if one[1] != [] and "work" not in str(one)] or "nothing got out")
