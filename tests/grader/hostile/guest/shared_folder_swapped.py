# verdict: not_yet, crashed
# as: tests
# limits: cpu=2
import os

for name in ("conftest.py", "pytest.ini", "test_attack.py", "sitecustomize.py", "solution.py"):
    with open(name, "w") as file:
        file.write("raise SystemExit(0)")


def attack():
    return os.listdir(".")
