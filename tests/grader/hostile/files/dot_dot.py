# verdict: passed
# as: output
# limits: cpu=2
got = []
for start in ("", "/", "/work/", "/work/work/", "./", "work/", "/python/", "/0/", "/tmp/"):
    for up in ("..", "../", ".././", "..//", "./../", "..\\", "%2e%2e/", "..%2f", "..\0/", "．．/", "..;/"):
        for many in (1, 2, 3, 8, 40):
            for target in ("etc/passwd", "@FOLDER@/canary.txt", "proc/self/environ"):
                try:
                    got.append(open(start + up * many + "/" + target).read())
                except (OSError, ValueError):
                    pass
print(got or "nothing got out")
