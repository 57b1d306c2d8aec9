# verdict: crashed, timed_out
# as: output
import time

for much in (0, -0.0, 1e-320, True, 0.5):
    time.sleep(much)
for much in (-1, "1", None, 10**400, [], 1j):
    try:
        time.sleep(much)
    except (ValueError, TypeError, OverflowError):
        pass
time.sleep(float("nan"))
