# verdict: passed
# as: output
# limits: cpu=2
# The folder of an exercise is the only one there may be.
import glob
import os
import pathlib

got = set()
for top in ("/", ".", "..", "/work", "/work/..", "//", "/python", "/0", "/world", "/bundled", "/python/lib/python3.14"):
    got |= {name for folder, folders, files in os.walk(top) for name in (*folders, *files)}
    for way in (lambda: list(pathlib.Path(top).iterdir()), lambda: [entry.path for entry in os.scandir(top)]):
        try:
            got |= set(map(str, way()))
        except OSError:
            pass
got |= set(glob.glob("/*")) | set(glob.glob("/**", recursive=True)) | set(glob.glob("../*"))
print({name for name in got if name.strip("/.") not in ("work", "")} or "nothing got out")
