# verdict: crashed, passed
# as: output
import signal

for number in range(1, 65):
    try:
        signal.signal(number, lambda *_: None)
    except (OSError, ValueError, AttributeError):
        pass
for number in (2, 15, 11, 6, 9):
    try:
        signal.raise_signal(number)
    except (OSError, ValueError, KeyboardInterrupt):
        pass
print("nothing got out")
