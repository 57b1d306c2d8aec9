# verdict: passed, over_limit
# as: output
# limits: cpu=2
import os
import shutil

for do in (lambda: os.rmdir("/work"), lambda: shutil.rmtree("/work"), lambda: os.rename("/work", "/tests/work"), lambda: os.rename("/work", "/x"), lambda: os.rename(".", "../x"), lambda: os.rename("/work", "/work/sub"), lambda: os.link("/tests", "t"), lambda: os.rename("/tests", "/work/tests")):
    try:
        do()
    except OSError:
        pass
open("again", "w").close()
print("nothing got out")
