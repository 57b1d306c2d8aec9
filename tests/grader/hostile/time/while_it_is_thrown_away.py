# verdict: timed_out
# as: output
class Late:
    def __del__(self):
        while True:
            pass


Late()
