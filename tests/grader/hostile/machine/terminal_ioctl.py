# verdict: passed
# as: output
import os

got = []
for number in range(5):
    for do in (lambda: os.isatty(number) and number, lambda: os.ttyname(number), lambda: os.tcgetpgrp(number), lambda: os.get_terminal_size(number), lambda: os.openpty(), lambda: os.set_blocking(number, False) and number, lambda: os.sendfile(number, 0, 0, 10), lambda: os.login_tty(number)):
        try:
            said = do()
            got += [said] if said else []
        except (OSError, AttributeError):
            pass
print(got or "nothing got out")
