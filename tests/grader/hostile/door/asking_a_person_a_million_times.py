# verdict: timed_out
# as: run
# typed: one
while True:
    try:
        input()
    except EOFError:
        pass
