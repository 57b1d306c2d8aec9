# verdict: passed
# as: output
# limits: cpu=2
import os
import shutil
import subprocess

got = []
for do in (
    lambda: os.system("touch @FOLDER@/new"),
    lambda: os.popen("id").read(),
    lambda: os.execv("/bin/sh", ["sh"]),
    lambda: os.execvpe("sh", ["sh"], {}),
    lambda: os.spawnl(os.P_NOWAIT, "/bin/sh", "sh"),
    lambda: os.posix_spawn("/bin/sh", ["sh"], {}),
    lambda: os.fork(),
    lambda: os.forkpty(),
    lambda: os.startfile("calc.exe"),
    lambda: os.wait(),
    lambda: os.pipe(),
    lambda: os.memfd_create("x"),
    lambda: os.pidfd_open(1),
    lambda: subprocess.run(["id"], capture_output=True),
    lambda: subprocess.Popen("id", shell=True),
    lambda: __import__("pty").spawn("sh"),
    lambda: __import__("_posixsubprocess").fork_exec([b"id"], [b"/usr/bin/id"], True, (), None, None, -1, -1, -1, -1, -1, -1, 0, 0, False, -1, None, None, None, -1, None, False),
    lambda: __import__("multiprocessing").Process(target=print).start(),
    lambda: shutil.which("sh"),
):
    try:
        said = do()
        got += [said] if said else []
    except (OSError, AttributeError, ImportError, RuntimeError, NotImplementedError, ValueError, NameError):
        pass
print(got or "nothing got out")
