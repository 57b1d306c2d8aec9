# verdict: timed_out
# as: run
while True:
    pass
