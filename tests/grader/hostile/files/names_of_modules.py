# verdict: passed, crashed, not_yet
# as: output
# limits: cpu=2
# Files of the program's own with the names of modules that our code imports late.
for name in ("json", "traceback", "linecache", "ast", "tokenize", "wit_world", "sandbox_guest", "_pytest", "conftest", "sitecustomize", "usercustomize"):
    open(f"{name}.py", "w").write("print('taken over')\nraise SystemExit(0)\n")
open("pytest.ini", "w").write("[pytest]\naddopts = --collect-only\n")
print("nothing got out")
