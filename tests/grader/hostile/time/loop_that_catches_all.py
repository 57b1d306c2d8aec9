# verdict: timed_out
# as: output
while True:
    try:
        while True:
            pass
    except BaseException:
        continue
    finally:
        continue
