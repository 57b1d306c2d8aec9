# verdict: passed
# as: output
# limits: cpu=2
import os

got = []
for source in ("/etc/passwd", "@FOLDER@/canary.txt", "../../@FOLDER@/canary.txt", "/proc/self/exe"):
    for name in ("copy", "/copy", "/work/copy", "/tmp/copy"):
        for do in (os.link, os.rename, os.replace, os.symlink):
            try:
                do(source, name)
                got.append(open(name).read())
            except OSError:
                pass
print(got or "nothing got out")
