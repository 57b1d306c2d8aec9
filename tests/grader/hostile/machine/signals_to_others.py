# verdict: passed
# as: output
# limits: cpu=2
import os
import signal

got = []
for who in (@PARENT@, @WORKER@, 1, 0, -1, -@PARENT@):
    for number in (0, 1, 2, 9, 15, 19):
        for name in ("kill", "killpg"):
            try:
                getattr(os, name)(who, number)
                got.append((who, number))
            except (OSError, AttributeError, OverflowError):
                pass
for do in (lambda: signal.alarm(1), lambda: signal.setitimer(0, 1), lambda: signal.pthread_kill(1, 9), lambda: os.setsid(), lambda: os.nice(-20), lambda: os.setuid(0), lambda: os.sched_setaffinity(0, {0}), lambda: __import__("resource").setrlimit(0, (0, 0))):
    try:
        do()
        got.append(do)
    except (OSError, AttributeError, ImportError):
        pass
print(got or "nothing got out")
