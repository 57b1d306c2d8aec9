# verdict: passed
# as: output
# limits: cpu=2
import os
import shutil

got = []
for path in ("@FOLDER@/canary.txt", "@FOLDER@", "/etc/passwd", "/", "/work/..", "../../@FOLDER@/canary.txt"):
    for name, more in (
        ("unlink", ()), ("remove", ()), ("rmdir", ()), ("truncate", (0,)), ("chmod", (0o777,)), ("chown", (0, 0)),
        ("lchown", (0, 0)), ("utime", ((0, 0),)), ("setxattr", ("user.x", b"x")), ("chflags", (1,)), ("chroot", ()), ("chdir", ()),
        ("rename", ("/work/x",)), ("replace", ("x",)), ("removedirs", ()), ("mount", ()),
    ):
        try:
            getattr(os, name)(path, *more)
            if name not in ("chdir", "chmod") or (name == "chdir" and os.listdir(".") != []):
                got.append((name, path))
        except (OSError, AttributeError, NotImplementedError):
            pass
    for do in (shutil.rmtree, lambda path: shutil.disk_usage(path), lambda path: shutil.move(path, "x"), lambda path: shutil.copy(path, "x")):
        try:
            do(path)
            got.append((do, path))
        except (OSError, AttributeError, ModuleNotFoundError, TypeError):
            pass
print([one for one in got if one != ("chdir", "/")] or "nothing got out")
