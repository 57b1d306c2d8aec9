# verdict: passed
# as: output
# limits: cpu=2
import os

got = []
for who in ("self", "thread-self", "1", "@PARENT@", "@WORKER@", "@PARENT@/task/@PARENT@"):
    for what in ("environ", "cmdline", "maps", "mem", "status", "fd/0", "fd/1", "fd/2", "cwd", "root", "root/etc/passwd", "exe", "ns/pid", "attr/current"):
        path = f"/proc/{who}/{what}"
        for way in (lambda: open(path, "rb").read(99), lambda: os.readlink(path), lambda: os.listdir(path), lambda: open(path, "w")):
            try:
                got.append((path, way()))
            except OSError:
                pass
for path in ("/proc/cpuinfo", "/proc/meminfo", "/proc/version", "/proc/net/tcp", "/proc/sysrq-trigger", "/proc/kcore", "/sys/kernel/uevent_helper", "/sys/fs/cgroup/cgroup.procs", "/proc/sys/kernel/core_pattern"):
    try:
        got.append((path, open(path, "rb").read(99)))
    except OSError:
        pass
print(got or "nothing got out")
