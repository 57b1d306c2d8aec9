# verdict: passed, crashed, timed_out
# as: output


class Status:
    def __str__(self):
        while True:
            pass


print("nothing got out")
raise SystemExit(Status())
