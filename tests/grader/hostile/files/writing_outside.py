# verdict: passed
# as: output
# limits: cpu=2
import os
import tempfile

got = []
for folder in ("/", "/tmp/", "/var/tmp/", "/dev/shm/", "@FOLDER@/", "/work/../", "../", "../../", "/python/", "/0/", "/world/", "/bundled/", "/work/../@FOLDER@/"):
    for do in (
        lambda: open(folder + "new.txt", "w"),
        lambda: open(folder + "canary.txt", "a"),
        lambda: os.open(folder + "x", os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o777),
        lambda: os.mkdir(folder + "d"),
        lambda: os.makedirs(folder + "a/b/c"),
        lambda: tempfile.mkstemp(dir=folder),
        lambda: tempfile.mkdtemp(dir=folder),
        lambda: os.mkfifo(folder + "pipe"),
        lambda: os.mknod(folder + "node"),
    ):
        try:
            do()
            got.append(folder)
        except (OSError, AttributeError):
            pass
print(got or "nothing got out")
