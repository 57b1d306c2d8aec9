# verdict: passed
# as: output
import _thread
import threading

got = []
for do in (
    lambda: _thread.start_new_thread(got.append, (1,)),
    lambda: _thread.start_joinable_thread(lambda: got.append(2)),
    lambda: threading.Thread(target=got.append, args=(3,)).start(),
    lambda: threading.Timer(0, got.append, (4,)).start(),
    lambda: __import__("concurrent.futures").futures.ThreadPoolExecutor().submit(got.append, 5),
    lambda: __import__("concurrent.interpreters").interpreters.create(),
    lambda: __import__("_interpreters").create(),
    lambda: _thread.stack_size(2**31 - 1),
):
    try:
        do()
    except (RuntimeError, ImportError, AttributeError, OSError, ValueError, OverflowError):
        pass
print(got or "nothing got out")
