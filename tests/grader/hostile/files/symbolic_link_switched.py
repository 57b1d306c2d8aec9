# verdict: passed
# as: output
# limits: cpu=2
# A link that is a folder while it is looked at and leads out when it is used.
import os

got = []
for _ in range(150):
    for do in (
        lambda: os.mkdir("d"), lambda: os.rename("d", "e"), lambda: os.symlink("@FOLDER@", "d"),
        lambda: got.append(open("d/canary.txt").read()), lambda: os.unlink("d"), lambda: os.rmdir("e"),
    ):
        try:
            do()
        except OSError:
            pass
print(got or "nothing got out")
