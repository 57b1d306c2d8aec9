# verdict: passed, timed_out
# as: output
class Late:
    def __del__(self):
        while True:
            pass


kept = Late()
print("nothing got out")
